package cn.sihong.submission.programmes;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.programmes.Programme.Draft;
import cn.sihong.submission.tasks.Task;
import cn.sihong.submission.tasks.TaskSource;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/** Drafts wait to be published. */
@Component
class ProgrammeTasks implements TaskSource {

    private final Programmes programmes;

    ProgrammeTasks(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public List<Task> tasksOf(Actor actor) {
        if (!actor.is(Role.PARTY_OFFICE)) return List.of();
        return programmes.all().stream()
                .flatMap(programme ->
                        programme instanceof Draft draft ? Stream.of(task(draft)) : Stream.of())
                .toList();
    }

    private static Task task(Draft draft) {
        var id = draft.id().value();
        return new Task(
                "programme-to-publish",
                "“%s”待核对发布".formatted(draft.terms().title()),
                id,
                id,
                "/app/programmes/" + id,
                null);
    }
}

package cn.sihong.submission.tasks;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import cn.sihong.platform.audit.Deeds;
import cn.sihong.platform.audit.Deeds.Done;
import cn.sihong.platform.keycloak.Actor;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
class TaskController {

    private final List<TaskSource> sources;
    private final Deeds deeds;

    TaskController(List<TaskSource> sources, Deeds deeds) {
        this.sources = List.copyOf(sources);
        this.deeds = deeds;
    }

    @Transactional(readOnly = true)
    @GetMapping("/api/tasks/submission")
    public List<Task> tasks(Actor actor) {
        return sources.stream()
                .flatMap(source -> source.tasksOf(actor).stream())
                .sorted(comparing(Task::dueOn, nullsLast(naturalOrder())))
                .toList();
    }

    /** What the caller did here of late, the newest first. */
    @GetMapping("/api/tasks/submission/done")
    public List<Done> done(Actor actor) {
        return deeds.of(actor);
    }
}

package cn.sihong.submission.suggestions;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.tasks.Task;
import cn.sihong.submission.tasks.TaskSource;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** Suggestions wait for an answer. */
@Component
class SuggestionTasks implements TaskSource {

    /** They belong to no programme and are about nobody. */
    private static final UUID NONE = new UUID(0, 0);

    private final Suggestions suggestions;

    SuggestionTasks(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public List<Task> tasksOf(Actor actor) {
        if (!actor.is(Role.PARTY_OFFICE)) return List.of();
        var waiting = suggestions.waiting();
        if (waiting.count() == 0) return List.of();
        return List.of(
                new Task(
                        "suggestions-to-answer",
                        "%d 条意见建议待答复".formatted(waiting.count()),
                        NONE,
                        NONE,
                        "/app/suggestions",
                        waiting.first()));
    }
}

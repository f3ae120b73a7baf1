package cn.sihong.submission.tasks;

import cn.sihong.platform.keycloak.Actor;

import java.util.List;

/** A feature that has something for people to do. */
@FunctionalInterface
public interface TaskSource {

    /** What waits for this person now. Called in a read-only transaction with their reach. */
    List<Task> tasksOf(Actor actor);
}

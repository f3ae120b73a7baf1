package cn.sihong.award.tasks;

import cn.sihong.award.tasks.Tasks.Task;
import cn.sihong.platform.audit.Deeds;
import cn.sihong.platform.audit.Deeds.Done;
import cn.sihong.platform.keycloak.Actor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
class TaskController {

    private final Tasks tasks;
    private final Deeds deeds;

    TaskController(Tasks tasks, Deeds deeds) {
        this.tasks = tasks;
        this.deeds = deeds;
    }

    @GetMapping("/api/tasks/award")
    List<Task> tasks(Actor actor) {
        return tasks.of(actor);
    }

    /** What the caller did here of late, the newest first. */
    @GetMapping("/api/tasks/award/done")
    List<Done> done(Actor actor) {
        return deeds.of(actor);
    }
}

package cn.sihong.award.tasks;

import cn.sihong.award.tasks.Tasks.Task;
import cn.sihong.platform.keycloak.Actor;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

@RestController
class TaskController {

    private final Tasks tasks;

    TaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping("/api/tasks/award")
    List<Task> tasks(Actor actor) {
        return tasks.of(actor);
    }
}

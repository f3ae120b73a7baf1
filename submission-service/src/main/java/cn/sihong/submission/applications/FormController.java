package cn.sihong.submission.applications;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.submission.programmes.Category;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** The forms on the wire are the definitions themselves: whoever draws them needs all of it. */
@RestController
@RequestMapping("/api/application-forms")
class FormController {

    private final Forms forms;
    private final FormLifecycle lifecycle;

    FormController(Forms forms, FormLifecycle lifecycle) {
        this.forms = forms;
        this.lifecycle = lifecycle;
    }

    @GetMapping
    List<Form> newest() {
        return forms.newest();
    }

    @GetMapping("/{category}/{version}")
    Form show(@PathVariable Category category, @PathVariable int version) {
        return forms.get(category, version);
    }

    @PostMapping
    Form add(@RequestBody Form form, Actor actor) {
        return lifecycle.add(form, actor);
    }
}

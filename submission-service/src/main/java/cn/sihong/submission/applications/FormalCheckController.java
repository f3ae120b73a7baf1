package cn.sihong.submission.applications;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.applications.ApplicationController.Seen;
import cn.sihong.submission.applications.ApplicationController.View;
import cn.sihong.submission.applications.ApplicationController.WithReason;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.UUID;

@RestController
@RequestMapping("/api/applications/{id}/formal-check")
class FormalCheckController {

    private final FormalCheck check;

    FormalCheckController(FormalCheck check) {
        this.check = check;
    }

    /** All faults in one text, since a school corrects once. */
    record Correction(
            long version,
            @Text(min = 2, max = 500) String reason,
            @NotNull(message = "请选择补正期限。") LocalDate dueOn) {}

    @PostMapping("/admit")
    View admit(@PathVariable UUID id, @RequestBody @Valid Seen form, Actor actor) {
        return View.of(check.admit(new Application.Id(id), form.version(), actor));
    }

    @PostMapping("/correction")
    View askCorrection(@PathVariable UUID id, @RequestBody @Valid Correction form, Actor actor) {
        return View.of(
                check.askCorrection(
                        new Application.Id(id),
                        form.version(),
                        form.reason().strip(),
                        form.dueOn(),
                        actor));
    }

    @PostMapping("/refuse")
    View refuse(@PathVariable UUID id, @RequestBody @Valid WithReason form, Actor actor) {
        return View.of(
                check.refuse(new Application.Id(id), form.version(), form.reason().strip(), actor));
    }
}

package cn.sihong.award.honours;

import cn.sihong.award.selection.Selection;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.UUID;

@RestController
class CommendationController {

    private final CommendationLifecycle lifecycle;

    CommendationController(CommendationLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    record Decision(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择评选。") UUID selectionId,
            @Text(min = 4, max = 40) String documentNumber,
            @NotNull(message = "请填写印发日期。") LocalDate issuedOn) {}

    record Issued(
            UUID id, UUID selectionId, String documentNumber, LocalDate issuedOn, int honours) {}

    @PostMapping("/api/commendations")
    Issued issue(@RequestBody @Valid Decision decision, Actor actor) {
        var issued =
                lifecycle.issue(
                        decision.id(),
                        new Selection.Id(decision.selectionId()),
                        decision.documentNumber().strip(),
                        decision.issuedOn(),
                        actor);
        var commendation = issued.commendation();
        return new Issued(
                commendation.id(),
                commendation.selectionId(),
                commendation.documentNumber(),
                commendation.issuedOn(),
                issued.honours());
    }
}

package cn.sihong.review.findings;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.text.Text;
import cn.sihong.review.findings.Finding.Matter;
import cn.sihong.review.findings.FindingLifecycle.Origin;
import cn.sihong.review.findings.FindingLists.Assessed;
import cn.sihong.review.findings.FindingLists.Card;
import cn.sihong.review.findings.FindingLists.Filter;
import cn.sihong.review.findings.FindingLists.View;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

@RestController
class FindingController {

    private static final String NO_VERSION = "缺少版本号，请刷新后重试。";
    private static final String TOO_MANY = "附件最多 6 个，请只保留最能说明问题的。";

    private final FindingLifecycle lifecycle;
    private final FindingLists lists;

    FindingController(FindingLifecycle lifecycle, FindingLists lists) {
        this.lifecycle = lifecycle;
        this.lists = lists;
    }

    record NewFinding(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @NotNull(message = "请选择学校。") UUID schoolId,
            @NotNull(message = "请选择问题来源。") Source source,
            @Nullable UUID sourceId,
            @NotNull(message = "请选择问题类别。") Area area,
            @NotNull(message = "请选择整改类型。") TimeClass timeClass,
            @Text(min = 5, max = 500) String problem,
            @Nullable @Text(max = 500) String advice,
            @NotNull(message = "请填写整改期限。") LocalDate dueOn,
            @Nullable @Size(max = 6, message = TOO_MANY)
                    List<@NotNull(message = "附件编号缺失。") UUID> before) {

        Origin origin() {
            return new Origin(id, programmeId, schoolId, source, sourceId);
        }

        Matter matter() {
            return new Matter(area, timeClass, problem.strip(), stripped(advice), ids(before));
        }
    }

    record Answering(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 5, max = 1000) String measures,
            @Text(min = 2, max = 30) String leader,
            @Text(min = 2, max = 30) String responsible,
            @Nullable @Size(max = 6, message = TOO_MANY)
                    List<@NotNull(message = "附件编号缺失。") UUID> before,
            @Nullable @Size(max = 6, message = TOO_MANY)
                    List<@NotNull(message = "附件编号缺失。") UUID> after) {

        Rectification rectification() {
            return new Rectification(
                    measures.strip(), leader.strip(), responsible.strip(), ids(before), ids(after));
        }
    }

    record Verifying(
            @NotNull(message = NO_VERSION) Long version, @Nullable @Text(max = 500) String note) {}

    record Seen(@NotNull(message = NO_VERSION) Long version) {}

    record Reopening(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 5, max = 500) String reason,
            @NotNull(message = "请填写新的整改期限。") LocalDate dueOn) {}

    record WithReason(
            @NotNull(message = NO_VERSION) Long version, @Text(min = 5, max = 300) String reason) {}

    @GetMapping("/api/findings")
    Page<Card> list(
            @RequestParam(required = false) @Nullable UUID programme,
            @RequestParam(required = false) @Nullable UUID school,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable Source source,
            PageRequest page,
            Actor actor) {
        return lists.page(new Filter(programme, school, state, source), page, actor);
    }

    @GetMapping("/api/findings/{id}")
    View read(@PathVariable UUID id, Actor actor) {
        return lists.show(id, actor);
    }

    @PostMapping("/api/findings")
    View open(@RequestBody @Valid NewFinding body, Actor actor) {
        return shown(lifecycle.open(body.origin(), body.matter(), body.dueOn(), actor), actor);
    }

    @PostMapping("/api/findings/{id}/answer")
    View answer(@PathVariable UUID id, @RequestBody @Valid Answering body, Actor actor) {
        return shown(lifecycle.answer(id, body.version(), body.rectification(), actor), actor);
    }

    @PostMapping("/api/findings/{id}/verify")
    View verify(@PathVariable UUID id, @RequestBody @Valid Verifying body, Actor actor) {
        return shown(lifecycle.verify(id, body.version(), stripped(body.note()), actor), actor);
    }

    @PostMapping("/api/findings/{id}/close")
    View close(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return shown(lifecycle.close(id, body.version(), actor), actor);
    }

    @PostMapping("/api/findings/{id}/reopen")
    View reopen(@PathVariable UUID id, @RequestBody @Valid Reopening body, Actor actor) {
        return shown(
                lifecycle.reopen(id, body.version(), body.reason().strip(), body.dueOn(), actor),
                actor);
    }

    @PostMapping("/api/findings/{id}/hand-over")
    View handOver(@PathVariable UUID id, @RequestBody @Valid WithReason body, Actor actor) {
        return shown(lifecycle.handOver(id, body.version(), body.reason().strip(), actor), actor);
    }

    @GetMapping("/api/assessments")
    List<Assessed> assessments(@RequestParam UUID programme, Actor actor) {
        return lists.assessments(programme, actor);
    }

    private View shown(Finding finding, Actor actor) {
        return lists.show(finding.entry().id(), actor);
    }

    private static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static List<UUID> ids(@Nullable List<UUID> sent) {
        return sent == null ? List.of() : sent;
    }
}

package cn.sihong.review.supervision;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.text.Text;
import cn.sihong.review.supervision.Light.Colour;
import cn.sihong.review.supervision.Visit.Means;
import cn.sihong.review.supervision.VisitLifecycle.Advice;
import cn.sihong.review.supervision.VisitLifecycle.Signal;
import cn.sihong.review.supervision.VisitLifecycle.Wanted;
import cn.sihong.review.supervision.VisitViews.Line;
import cn.sihong.review.supervision.VisitViews.View;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

@RestController
@RequestMapping("/api/supervision")
class VisitController {

    private static final String NO_ID = "缺少编号，请刷新后重试。";
    private static final String NO_VERSION = "缺少版本号，请刷新后重试。";

    private final VisitLifecycle lifecycle;
    private final VisitViews views;
    private final Regime regime;

    VisitController(VisitLifecycle lifecycle, VisitViews views, Regime regime) {
        this.lifecycle = lifecycle;
        this.views = views;
        this.regime = regime;
    }

    record NewItem(
            @NotNull(message = NO_ID) UUID id,
            @NotNull(message = "请填写年度。")
                    @Min(value = 2018, message = "年度从 2018 起。")
                    @Max(value = 2100, message = "年度过大，请核对。")
                    Integer year,
            @Text(min = 1, max = 30) String number,
            @Text(min = 2, max = 100) String title,
            @Text(min = 2, max = 100) String document) {

        ListItem item() {
            return new ListItem(id, year, number.strip(), title.strip(), document.strip());
        }
    }

    record RuleChange(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请填写提前告知天数。")
                    @Min(value = 0, message = "天数不能为负。")
                    @Max(value = 365, message = "天数过大，请核对。")
                    Integer noticeDays,
            @Text(min = 5, max = 300) String reason) {}

    record NewVisit(
            @NotNull(message = NO_ID) UUID id,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @NotNull(message = "请选择学校。") UUID schoolId,
            @NotNull(message = "请选择年度清单事项；没有列入清单的不能入校督查。") UUID itemId,
            @NotNull(message = "请选择入校日期。") LocalDate on,
            @NotEmpty(message = "请至少指定一名督查人员。") @Size(max = 20, message = "督查人员最多 20 名。")
                    Set<@NotNull(message = "督查人员编号缺失。") UUID> visitors) {

        Wanted wanted() {
            return new Wanted(id, programmeId, schoolId, itemId, on, visitors);
        }
    }

    record Holding(
            @NotNull(message = NO_VERSION) Long version,
            @NotEmpty(message = "请选择督查方式。") Set<@NotNull(message = "请选择督查方式。") Means> means,
            @NotNull(message = "请填写访谈人数，没有则填 0。")
                    @Min(value = 0, message = "人数不能为负。")
                    @Max(value = 10_000, message = "人数过大，请核对。")
                    Integer met,
            @Nullable @Text(max = 1000) String note) {

        Visit.Observation record() {
            return new Visit.Observation(means, met, note == null ? "" : note.strip());
        }
    }

    record Reporting(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 2, max = 1000) String strengths,
            @Text(min = 2, max = 1000) String problems,
            @NotNull(message = "缺少指导意见列表，请刷新后重试。") @Size(max = 10, message = "指导意见最多 10 条，请合并。")
                    List<@Valid @NotNull(message = "缺少指导意见。") Advised> guidance,
            @Valid @NotNull(message = "请给出提示灯。") Lit light) {

        record Advised(
                @NotNull(message = NO_ID) UUID id,
                @Text(min = 5, max = 500) String text,
                @NotNull(message = "请填写答复期限。")
                        @Min(value = 3, message = "请至少留出 3 个工作日。")
                        @Max(value = 60, message = "答复期限最长 60 个工作日。")
                        Integer workingDays) {}

        record Lit(
                @NotNull(message = "请选择提示灯颜色。") Colour colour,
                @Text(min = 2, max = 300) String why) {}

        List<Advice> advice() {
            return guidance.stream()
                    .map(one -> new Advice(one.id(), one.text().strip(), one.workingDays()))
                    .toList();
        }
    }

    record WithReason(
            @NotNull(message = NO_VERSION) Long version, @Text(min = 5, max = 300) String reason) {}

    record Word(@Text(min = 2, max = 500) String text) {}

    record Replied(UUID id, UUID visitId, LocalDate replyBy) {}

    @GetMapping("/list-items")
    List<ListItem> items(@RequestParam int year) {
        return regime.items(year);
    }

    @PostMapping("/list-items")
    ListItem list(@RequestBody @Valid NewItem body, Actor actor) {
        return regime.list(body.item(), actor);
    }

    @GetMapping("/rules/{programme}")
    Rule rule(@PathVariable UUID programme) {
        return regime.of(programme);
    }

    @PutMapping("/rules/{programme}")
    Rule change(@PathVariable UUID programme, @RequestBody @Valid RuleChange body, Actor actor) {
        return regime.change(
                programme, body.version(), body.noticeDays(), body.reason().strip(), actor);
    }

    @GetMapping("/visits")
    Page<Line> page(
            @RequestParam(required = false) @Nullable UUID programme,
            PageRequest page,
            Actor actor) {
        return views.page(programme, page, actor);
    }

    @PostMapping("/visits")
    View announce(@RequestBody @Valid NewVisit body, Actor actor) {
        return shown(lifecycle.announce(body.wanted(), actor), actor);
    }

    @GetMapping("/visits/{id}")
    View read(@PathVariable UUID id, Actor actor) {
        return views.show(id, actor);
    }

    @PostMapping("/visits/{id}/hold")
    View hold(@PathVariable UUID id, @RequestBody @Valid Holding body, Actor actor) {
        return shown(lifecycle.hold(id, body.version(), body.record(), actor), actor);
    }

    @PostMapping("/visits/{id}/report")
    View report(@PathVariable UUID id, @RequestBody @Valid Reporting body, Actor actor) {
        return shown(
                lifecycle.report(
                        id,
                        body.version(),
                        body.strengths().strip(),
                        body.problems().strip(),
                        body.advice(),
                        new Signal(body.light().colour(), body.light().why().strip()),
                        actor),
                actor);
    }

    @PostMapping("/visits/{id}/call-off")
    View callOff(@PathVariable UUID id, @RequestBody @Valid WithReason body, Actor actor) {
        return shown(lifecycle.callOff(id, body.version(), body.reason().strip(), actor), actor);
    }

    @PostMapping("/visits/{id}/explain")
    View explain(@PathVariable UUID id, @RequestBody @Valid Word body, Actor actor) {
        return shown(lifecycle.explain(id, body.text().strip(), actor), actor);
    }

    @PostMapping("/guidance/{id}/reply")
    Replied reply(@PathVariable UUID id, @RequestBody @Valid Word body, Actor actor) {
        var guidance = lifecycle.reply(id, body.text().strip(), actor);
        return new Replied(guidance.id(), guidance.visitId(), guidance.replyBy());
    }

    private View shown(Visit visit, Actor actor) {
        return views.show(visit.plan().id(), actor);
    }
}

package cn.sihong.review.inspections;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;
import cn.sihong.review.inspections.Inspection.Visit;
import cn.sihong.review.inspections.InspectionViews.Line;
import cn.sihong.review.inspections.InspectionViews.View;
import cn.sihong.review.rubrics.Method;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@RestController
@RequestMapping("/api/inspections")
class InspectionController {

    private static final String NO_VERSION = "缺少版本号，请刷新后重试。";

    private final InspectionLifecycle lifecycle;
    private final InspectionViews views;

    InspectionController(InspectionLifecycle lifecycle, InspectionViews views) {
        this.lifecycle = lifecycle;
        this.views = views;
    }

    /** Visits to be set together. */
    record NewVisits(
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @NotEmpty(message = "请至少安排一所学校。") @Size(max = 500, message = "一次最多安排 500 所学校。")
                    List<@Valid @NotNull NewVisit> visits) {

        record NewVisit(
                @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
                @NotNull(message = "请选择学校。") UUID schoolId,
                @NotNull(message = "请选择验收日期。") LocalDate on,
                @NotEmpty(message = "请至少指定一名验收组成员。") Set<@NotNull UUID> inspectors) {}

        List<Visit> toVisits() {
            return visits.stream()
                    .map(visit ->
                            new Visit(
                                    visit.id(),
                                    programmeId,
                                    visit.schoolId(),
                                    visit.on(),
                                    visit.inspectors()))
                    .toList();
        }
    }

    /** All that was found so far. */
    record Records(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "缺少验收方法记录，请刷新后重试。") Map<Method, @Valid @NotNull Done> methods,
            @NotNull(message = "缺少学校评分，请刷新后重试。") Map<String, @NotNull Integer> schoolPoints,
            @NotNull(message = "缺少项目评分，请刷新后重试。") List<@Valid Item> items) {

        record Done(
                @Text(min = 1, max = 1000) String note,
                @NotNull(message = "请填写数量。")
                        @Min(value = 1, message = "数量至少为 1。")
                        @Max(value = 100_000, message = "数量过大，请核对。")
                        Integer count) {}

        record Item(
                @NotNull(message = "缺少申报编号，请刷新后重试。") UUID applicationId,
                @NotNull(message = "缺少分数，请刷新后重试。") Map<String, @NotNull Integer> points) {}

        Findings findings() {
            var done = new HashMap<Method, Findings.Done>();
            methods.forEach((method, it) ->
                    done.put(method, new Findings.Done(it.note().strip(), it.count())));
            var points = new LinkedHashMap<UUID, Map<String, Integer>>();
            for (var item : items)
                if (points.put(item.applicationId(), Map.copyOf(item.points())) != null)
                    throw new InvalidInput("items", "同一项申报出现了两次，请刷新后重新打分。");
            return new Findings(done, schoolPoints, points);
        }
    }

    record Signing(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 1, max = 2000) String summary,
            @Text(min = 2, max = 30) String schoolSignatory) {}

    record Seen(@NotNull(message = NO_VERSION) Long version) {}

    @GetMapping
    Page<Line> list(@RequestParam UUID programme, Actor actor, PageRequest page) {
        return views.of(programme, actor, page);
    }

    @GetMapping("/{id}")
    View read(@PathVariable UUID id, Actor actor) {
        return views.of(lifecycle.read(id, actor));
    }

    @PostMapping
    List<View> schedule(@RequestBody @Valid NewVisits body, Actor actor) {
        return lifecycle.schedule(body.programmeId(), body.toVisits(), actor).stream()
                .map(views::of)
                .toList();
    }

    @PostMapping("/{id}/start")
    View start(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return views.of(lifecycle.start(id, body.version(), actor));
    }

    @PutMapping("/{id}/records")
    View record(@PathVariable UUID id, @RequestBody @Valid Records body, Actor actor) {
        return views.of(lifecycle.record(id, body.version(), body.findings(), actor));
    }

    @PostMapping("/{id}/sign")
    View sign(@PathVariable UUID id, @RequestBody @Valid Signing body, Actor actor) {
        return views.of(
                lifecycle.sign(
                        id,
                        body.version(),
                        body.summary().strip(),
                        body.schoolSignatory().strip(),
                        actor));
    }

    @PostMapping("/{id}/lock")
    View lock(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return views.of(lifecycle.lock(id, body.version(), actor));
    }
}

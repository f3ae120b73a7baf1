package cn.sihong.review.inspections;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;
import cn.sihong.review.inspections.FieldRecord.Adjusted;
import cn.sihong.review.inspections.FieldRecord.Body;
import cn.sihong.review.inspections.Inspection.Stop;
import cn.sihong.review.inspections.Inspection.Visit;
import cn.sihong.review.inspections.InspectionViews.Line;
import cn.sihong.review.inspections.InspectionViews.RecordView;
import cn.sihong.review.inspections.InspectionViews.View;
import cn.sihong.review.rubrics.Method;

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

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
                @NotEmpty(message = "请至少指定一名验收组成员。") Set<@NotNull UUID> inspectors,
                @Nullable UUID teamId,
                @Nullable
                        @Min(value = 1, message = "站次从 1 开始。")
                        @Max(value = 20, message = "一天最多 20 站。")
                        Integer place) {

            @Nullable Stop stop() {
                if (teamId == null && place == null) return null;
                if (teamId == null || place == null)
                    throw new InvalidInput("place", "验收组和站次要么都填，要么都不填。");
                return new Stop(teamId, place);
            }
        }

        List<Visit> toVisits() {
            return visits.stream()
                    .map(visit ->
                            new Visit(
                                    visit.id(),
                                    programmeId,
                                    visit.schoolId(),
                                    visit.on(),
                                    visit.inspectors(),
                                    visit.stop()))
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
                        Integer count,
                @Nullable Map<Count, @NotNull(message = "请填写人数。") Integer> counts) {

            Result.Done done() {
                return new Result.Done(note.strip(), count, counts == null ? Map.of() : counts);
            }
        }

        record Item(
                @NotNull(message = "缺少申报编号，请刷新后重试。") UUID applicationId,
                @NotNull(message = "缺少分数，请刷新后重试。") Map<String, @NotNull Integer> points) {}

        Form form() {
            var done = new HashMap<Method, Result.Done>();
            methods.forEach((method, it) -> done.put(method, it.done()));
            var points = new LinkedHashMap<UUID, Map<String, Integer>>();
            for (var item : items)
                if (points.put(item.applicationId(), Map.copyOf(item.points())) != null)
                    throw new InvalidInput("items", "同一项申报出现了两次，请刷新后重新打分。");
            return new Form(done, schoolPoints, points);
        }
    }

    /** What a device wrote down without a network. */
    record Brought(
            @NotNull(message = "缺少记录，请重新同步。") @Size(max = 1000, message = "一次最多同步 1000 条记录。")
                    List<@Valid @NotNull(message = "缺少记录内容。") NewRecord> records) {

        record NewRecord(
                @NotNull(message = "缺少记录编号。") UUID id,
                @NotNull(message = "缺少记录时间。") Instant madeAt,
                @NotNull(message = "缺少被替换记录的列表。")
                        Set<@NotNull(message = "被替换记录的编号缺失。") UUID> replaces,
                @NotNull(message = "缺少记录内容。") Body body) {

            /** Whatever a device says: who brings a record has written it. */
            FieldRecord by(Actor actor) {
                return new FieldRecord(
                        id,
                        actor.subject(),
                        madeAt.truncatedTo(ChronoUnit.MICROS),
                        FieldRecord.sorted(replaces),
                        body);
            }
        }
    }

    /** What came of it: the visit as it stands now, and what could not be taken. */
    record Synced(View visit, List<RecordView> records, List<NotTaken> refused) {

        record NotTaken(UUID id, String code, String message) {}
    }

    record NotOnTheSpot(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请选择申报项目。") UUID applicationId,
            @Text(min = 5, max = 300) String reason) {}

    /** A bonus or a deduction; none at all takes back what was said. */
    record Adjusting(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请选择加分或扣分项目。") String rule,
            @NotNull(message = "请填写次数。")
                    @Min(value = 0, message = "次数不能小于 0。")
                    @Max(value = Adjustment.MOST_TIMES, message = "次数过多，请核对。")
                    Integer times,
            @Text(min = 5, max = 300) String reason,
            @Text(min = 2, max = 300) String evidence) {

        Adjusted adjusted() {
            return new Adjusted(rule, times, reason.strip(), evidence.strip());
        }
    }

    record Absence(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请选择验收组成员。") UUID inspector,
            @Text(min = 5, max = 300) String reason) {}

    record Moving(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请选择新的验收日期。") LocalDate on,
            @Text(min = 5, max = 300) String reason) {}

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
        return views.of(lifecycle.read(id, actor), actor);
    }

    @PostMapping
    List<View> schedule(@RequestBody @Valid NewVisits body, Actor actor) {
        return lifecycle.schedule(body.programmeId(), body.toVisits(), actor).stream()
                .map(visit -> views.of(lifecycle.read(visit.visit().id(), actor), actor))
                .toList();
    }

    @PostMapping("/{id}/start")
    View start(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return views.of(lifecycle.start(id, body.version(), actor), actor);
    }

    @PutMapping("/{id}/records")
    View record(@PathVariable UUID id, @RequestBody @Valid Records body, Actor actor) {
        return views.of(lifecycle.record(id, body.version(), body.form(), actor), actor);
    }

    @PostMapping("/{id}/sign")
    View sign(@PathVariable UUID id, @RequestBody @Valid Signing body, Actor actor) {
        return views.of(
                lifecycle.sign(
                        id,
                        body.version(),
                        body.summary().strip(),
                        body.schoolSignatory().strip(),
                        actor),
                actor);
    }

    @PostMapping("/{id}/lock")
    View lock(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return views.of(lifecycle.lock(id, body.version(), actor), actor);
    }

    @PostMapping("/{id}/lock-scores")
    View lockScores(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return views.of(lifecycle.lockScores(id, body.version(), actor), actor);
    }

    @PostMapping("/{id}/exceptions")
    View except(@PathVariable UUID id, @RequestBody @Valid NotOnTheSpot body, Actor actor) {
        return views.of(
                lifecycle.except(
                        id, body.version(), body.applicationId(), body.reason().strip(), actor),
                actor);
    }

    @PostMapping("/{id}/adjustments")
    View adjust(@PathVariable UUID id, @RequestBody @Valid Adjusting body, Actor actor) {
        return views.of(lifecycle.adjust(id, body.version(), body.adjusted(), actor), actor);
    }

    @PostMapping("/{id}/absences")
    View absence(@PathVariable UUID id, @RequestBody @Valid Absence body, Actor actor) {
        return views.of(
                lifecycle.missing(
                        id, body.version(), body.inspector(), body.reason().strip(), actor),
                actor);
    }

    @PostMapping("/{id}/move")
    View move(@PathVariable UUID id, @RequestBody @Valid Moving body, Actor actor) {
        return views.of(
                lifecycle.move(id, body.version(), body.on(), body.reason().strip(), actor), actor);
    }

    @GetMapping("/{id}/records")
    List<RecordView> records(@PathVariable UUID id, Actor actor) {
        return views.records(lifecycle.read(id, actor), actor);
    }

    @PostMapping("/{id}/sync")
    Synced sync(@PathVariable UUID id, @RequestBody @Valid Brought body, Actor actor) {
        var synced =
                lifecycle.sync(id, body.records().stream().map(it -> it.by(actor)).toList(), actor);
        return new Synced(
                views.of(synced.found(), actor),
                views.records(synced.found(), actor),
                synced.refused().stream()
                        .map(it ->
                                new Synced.NotTaken(
                                        it.record(), it.fault().code(), it.fault().message()))
                        .toList());
    }
}

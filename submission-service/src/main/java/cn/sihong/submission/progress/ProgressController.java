package cn.sihong.submission.progress;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.progress.Sheet.Mechanism;
import cn.sihong.submission.progress.Sheet.SelfCheck;
import cn.sihong.submission.progress.Sheet.Weeks;
import cn.sihong.submission.progress.Sheets.Kept;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

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
import java.util.Map;
import java.util.UUID;

@RestController
@RequestMapping("/api/progress")
class ProgressController {

    private final ProgressLifecycle lifecycle;
    private final Sheets sheets;

    ProgressController(ProgressLifecycle lifecycle, Sheets sheets) {
        this.lifecycle = lifecycle;
        this.sheets = sheets;
    }

    record ActivityForm(
            @NotNull(message = "请选择属于哪一“红”。") Category kind,
            @NotNull(message = "请选择活动形式。") ActivityType type,
            @NotNull(message = "请选择活动日期。") LocalDate on,
            @Nullable String title,
            @Nullable Integer participants,
            @Nullable String note,
            @Valid @Nullable TeachingForm teaching) {

        Activity.Content read() {
            return new Activity.Content(
                    kind,
                    type,
                    on,
                    typed(title),
                    participants,
                    typed(note),
                    teaching == null
                            ? null
                            : new Activity.Teaching(teaching.kind(), typed(teaching.item())));
        }
    }

    record TeachingForm(
            @NotNull(message = "请选择教育教学工作的类型。") Activity.Teaching.Kind kind,
            @Nullable String item) {}

    record NewActivity(
            @NotNull(message = "缺少活动编号。") UUID id,
            @NotNull(message = "请选择方案。") UUID programmeId,
            @NotNull(message = "请选择学校。") UUID schoolId,
            @Valid @NotNull(message = "缺少活动内容。") ActivityForm content) {}

    record Revision(long version, @Valid @NotNull(message = "缺少活动内容。") ActivityForm content) {}

    record Seen(long version) {}

    record WeekForm(
            @NotNull(message = "请选择星期一。") LocalDate monday,
            @Nullable String topic,
            @Nullable Integer newSpeakers) {}

    record WeeksForm(
            long version,
            @Nullable Integer members,
            @NotNull(message = "缺少各周内容。")
                    List<@Valid @NotNull(message = "缺少一周的内容。") WeekForm> weeks) {

        Weeks read() {
            return new Weeks(
                    members,
                    weeks.stream()
                            .map(week ->
                                    new Weeks.Week(
                                            week.monday(),
                                            typed(week.topic()),
                                            week.newSpeakers() == null ? 0 : week.newSpeakers()))
                            .toList());
        }
    }

    record SelfCheckForm(
            long version,
            @NotNull(message = "缺少自评分。") Map<String, @NotNull(message = "自评分应为整数。") Integer> points,
            @Nullable String note) {

        SelfCheck read() {
            return new SelfCheck(points, typed(note));
        }
    }

    record LineForm(
            @NotNull(message = "请选择属于哪一“红”。") Category category,
            @Nullable String who,
            @Nullable String rhythm,
            @Nullable String resource) {}

    record MechanismForm(
            long version,
            @NotNull(message = "缺少长效机制内容。")
                    List<@Valid @NotNull(message = "缺少一条的内容。") LineForm> lines) {

        Mechanism read() {
            return new Mechanism(
                    lines.stream()
                            .map(line ->
                                    new Mechanism.Line(
                                            line.category(),
                                            typed(line.who()),
                                            typed(line.rhythm()),
                                            typed(line.resource())))
                            .toList());
        }
    }

    /** An activity as its readers see it. */
    record View(UUID id, UUID programmeId, UUID schoolId, long version, Activity.Content content) {

        static View of(Activity activity) {
            var entry = activity.entry();
            return new View(
                    entry.id().value(),
                    entry.programme().value(),
                    entry.school().value(),
                    entry.version(),
                    activity.content());
        }
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @GetMapping("/activities")
    List<View> activities(@RequestParam UUID programme, @RequestParam UUID school, Actor actor) {
        return lifecycle.activities(programme(programme), school(school), actor).stream()
                .map(View::of)
                .toList();
    }

    @PostMapping("/activities")
    View record(@RequestBody @Valid NewActivity form, Actor actor) {
        return View.of(
                lifecycle.record(
                        new Activity.Id(form.id()),
                        programme(form.programmeId()),
                        school(form.schoolId()),
                        form.content().read(),
                        actor));
    }

    @PutMapping("/activities/{id}")
    View revise(@PathVariable UUID id, @RequestBody @Valid Revision form, Actor actor) {
        return View.of(
                lifecycle.revise(
                        new Activity.Id(id), form.version(), form.content().read(), actor));
    }

    @PostMapping("/activities/{id}/remove")
    void remove(@PathVariable UUID id, @RequestBody @Valid Seen form, Actor actor) {
        lifecycle.remove(new Activity.Id(id), form.version(), actor);
    }

    @GetMapping("/summary")
    Summary summary(@RequestParam UUID programme, @RequestParam UUID school, Actor actor) {
        return lifecycle.summary(programme(programme), school(school), actor);
    }

    @GetMapping("/rubric")
    List<Criterion> rubric() {
        return sheets.rubric();
    }

    @GetMapping("/weeks")
    Kept<Weeks> weeks(@RequestParam UUID programme, @RequestParam UUID school, Actor actor) {
        return lifecycle.sheet(programme(programme), school(school), Weeks.EMPTY, actor);
    }

    @PutMapping("/weeks")
    Kept<Weeks> fillWeeks(
            @RequestParam UUID programme,
            @RequestParam UUID school,
            @RequestBody @Valid WeeksForm form,
            Actor actor) {
        return lifecycle.fill(
                programme(programme), school(school), form.read(), form.version(), actor);
    }

    @GetMapping("/self-check")
    Kept<SelfCheck> selfCheck(
            @RequestParam UUID programme, @RequestParam UUID school, Actor actor) {
        return lifecycle.sheet(programme(programme), school(school), SelfCheck.EMPTY, actor);
    }

    @PutMapping("/self-check")
    Kept<SelfCheck> fillSelfCheck(
            @RequestParam UUID programme,
            @RequestParam UUID school,
            @RequestBody @Valid SelfCheckForm form,
            Actor actor) {
        return lifecycle.fill(
                programme(programme), school(school), form.read(), form.version(), actor);
    }

    @GetMapping("/mechanism")
    Kept<Mechanism> mechanism(
            @RequestParam UUID programme, @RequestParam UUID school, Actor actor) {
        return lifecycle.sheet(programme(programme), school(school), Mechanism.EMPTY, actor);
    }

    @PutMapping("/mechanism")
    Kept<Mechanism> fillMechanism(
            @RequestParam UUID programme,
            @RequestParam UUID school,
            @RequestBody @Valid MechanismForm form,
            Actor actor) {
        return lifecycle.fill(
                programme(programme), school(school), form.read(), form.version(), actor);
    }

    private static Programme.Id programme(UUID id) {
        return new Programme.Id(id);
    }

    private static Organisation.Id school(UUID id) {
        return new Organisation.Id(id);
    }
}

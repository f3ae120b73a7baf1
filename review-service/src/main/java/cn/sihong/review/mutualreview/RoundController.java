package cn.sihong.review.mutualreview;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;
import cn.sihong.review.mutualreview.ReplacementDesk.Leaving;
import cn.sihong.review.mutualreview.Round.Plan;
import cn.sihong.review.mutualreview.RoundViews.DrawSheet;
import cn.sihong.review.mutualreview.RoundViews.NamedReviewer;
import cn.sihong.review.mutualreview.RoundViews.ResultSheet;
import cn.sihong.review.mutualreview.RoundViews.RoundView;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.UUID;

@RestController
@RequestMapping("/api/mutual-reviews")
class RoundController {

    private static final String NO_VERSION = "缺少版本号，请刷新后重试。";

    private final RoundLifecycle lifecycle;
    private final ReplacementDesk desk;
    private final ThirdLooks thirdLooks;
    private final Corrections corrections;
    private final MorningReminders reminders;
    private final RoundViews views;

    RoundController(
            RoundLifecycle lifecycle,
            ReplacementDesk desk,
            ThirdLooks thirdLooks,
            Corrections corrections,
            MorningReminders reminders,
            RoundViews views) {
        this.lifecycle = lifecycle;
        this.desk = desk;
        this.thirdLooks = thirdLooks;
        this.corrections = corrections;
        this.reminders = reminders;
        this.views = views;
    }

    record NewRound(
            @NotNull(message = "缺少编号，请刷新后重试。") UUID id,
            @NotNull(message = "请选择实施方案。") UUID programmeId,
            @NotNull(message = "请填写每校评议校数。")
                    @Min(value = 5, message = "每校至少由 5 所学校评议。")
                    @Max(value = 20, message = "每校最多由 20 所学校评议。")
                    Integer k) {}

    record Commitment(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 2, max = 200) String seedSource) {}

    /**
     * What a witness enters.
     *
     * @param seed as it came from the announced source
     * @param dice what was thrown, one digit for each die
     */
    record Sight(
            @Text(min = 1, max = 200) String seed,
            @NotNull(message = "请填写掷出的点数。")
                    @Pattern(regexp = "[1-6]{3,20}", message = "请填写 3 至 20 次掷骰子的点数，每次为 1 至 6。")
                    String dice) {}

    record Check(
            @NotNull(message = NO_VERSION) Long version, @Text(min = 2, max = 300) String note) {}

    record Undoing(
            @NotNull(message = NO_VERSION) Long version, @Text(min = 4, max = 300) String reason) {}

    /**
     * Who leaves.
     *
     * @param withdrawn schools that take no part any more
     * @param excused schools that are judged as before and cannot judge
     */
    record Dropping(
            @NotNull(message = NO_VERSION) Long version,
            @Nullable List<UUID> withdrawn,
            @Nullable List<UUID> excused,
            @Text(min = 4, max = 300) String reason) {
        Leaving leaving() {
            return new Leaving(
                    withdrawn == null ? List.of() : withdrawn,
                    excused == null ? List.of() : excused,
                    reason.strip());
        }
    }

    record Again(@NotNull(message = "请选择需要复评的申报。") UUID applicationId) {}

    /**
     * A slip on a locked sheet.
     *
     * @param version of the sheet
     */
    record Slip(
            @NotNull(message = "请选择需要更正的评分表。") UUID sheetId,
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 4, max = 300) String reason) {}

    /** How many schools heard of it now; one that was told today already is not told again. */
    record Told(int schools) {}

    record Seen(@NotNull(message = NO_VERSION) Long version) {}

    @GetMapping
    List<RoundView> list(@RequestParam UUID programme) {
        return views.ofProgramme(programme);
    }

    @PostMapping
    RoundView prepare(@RequestBody @Valid NewRound body, Actor actor) {
        return views.of(
                lifecycle.prepare(new Plan(body.id(), body.programmeId(), body.k()), actor));
    }

    @PostMapping("/{id}/commit")
    RoundView commit(@PathVariable UUID id, @RequestBody @Valid Commitment body, Actor actor) {
        return views.of(lifecycle.commit(id, body.version(), body.seedSource(), actor));
    }

    @PostMapping("/{id}/witness")
    RoundView witness(@PathVariable UUID id, @RequestBody @Valid Sight body, Actor actor) {
        return views.of(lifecycle.witness(id, body.seed(), body.dice(), actor));
    }

    @PostMapping("/{id}/draw")
    RoundView draw(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return views.of(lifecycle.draw(id, body.version(), actor));
    }

    @PostMapping("/{id}/inspect")
    RoundView inspect(@PathVariable UUID id, @RequestBody @Valid Check body, Actor actor) {
        return views.of(lifecycle.inspect(id, body.version(), body.note(), actor));
    }

    @PostMapping("/{id}/undo")
    RoundView undo(@PathVariable UUID id, @RequestBody @Valid Undoing body, Actor actor) {
        return views.of(lifecycle.undo(id, body.version(), body.reason(), actor));
    }

    @PostMapping("/{id}/replacements")
    RoundView replace(@PathVariable UUID id, @RequestBody @Valid Dropping body, Actor actor) {
        return views.of(desk.replace(id, body.version(), body.leaving(), actor));
    }

    @PostMapping("/{id}/third-looks")
    List<Results.Gap> lookAgain(
            @PathVariable UUID id, @RequestBody @Valid Again body, Actor actor) {
        thirdLooks.lookAgain(id, body.applicationId(), actor);
        return views.gaps(id);
    }

    /** A locked sheet that holds a slip is filled again; the old one is kept. */
    @PostMapping("/{id}/corrections")
    RoundView correct(@PathVariable UUID id, @RequestBody @Valid Slip body, Actor actor) {
        return views.of(
                corrections.correct(
                        id, body.sheetId(), body.version(), body.reason().strip(), actor));
    }

    @GetMapping("/{id}/gaps")
    List<Results.Gap> gaps(@PathVariable UUID id) {
        return views.gaps(id);
    }

    @GetMapping("/{id}/duties")
    List<Duties.View> duties(@PathVariable UUID id) {
        return views.duties(id);
    }

    @PostMapping("/{id}/remind")
    Told remind(@PathVariable UUID id, Actor actor) {
        return new Told(reminders.remindNow(id, actor));
    }

    @GetMapping("/{id}/severity")
    List<NamedReviewer> severity(@PathVariable UUID id) {
        return views.severity(id);
    }

    @GetMapping("/{id}/results")
    ResultSheet results(@PathVariable UUID id, Actor actor) {
        return views.results(id, actor);
    }

    @PostMapping("/{id}/release")
    RoundView release(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return views.of(lifecycle.release(id, body.version(), actor));
    }

    @PostMapping("/{id}/close")
    RoundView close(@PathVariable UUID id, @RequestBody @Valid Seen body, Actor actor) {
        return views.of(lifecycle.close(id, body.version(), actor));
    }

    /** All that somebody needs who wants to make the draw again. */
    @GetMapping("/{id}/draw-sheet")
    DrawSheet drawSheet(@PathVariable UUID id) {
        return views.drawSheet(id);
    }
}

package cn.sihong.award.deliberation;

import cn.sihong.award.deliberation.DeliberationController.RecusedMember;
import cn.sihong.award.selection.ProposedList;
import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.Winner;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.text.Text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The list, looked through and released; and mended where somebody falls out of it. */
@RestController
@RequestMapping("/api/selections/{id}")
class ReleaseController {

    private static final String NEEDED = "请填写此项。";
    private static final String NO_VERSION = "缺少版本号，请刷新页面后重试。";

    private final DeliberationLifecycle lifecycle;
    private final Clock clock;

    ReleaseController(DeliberationLifecycle lifecycle, Clock clock) {
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    record Line(
            UUID applicationId,
            String category,
            String categoryName,
            int place,
            String title,
            String schoolName) {

        static Line of(Winner winner) {
            return new Line(
                    winner.applicationId(),
                    winner.category(),
                    winner.categoryName(),
                    winner.place(),
                    winner.title(),
                    winner.schoolName());
        }
    }

    /**
     * What is released, to be looked through before.
     *
     * @param decisions how many are decided on, with those not selected
     * @param listHash names the list that was seen
     */
    record Preview(int decisions, int selected, String listHash, List<Line> list) {
        static Preview of(ProposedList list) {
            return new Preview(
                    list.decisions(),
                    list.winners().size(),
                    list.hash(),
                    list.winners().stream().map(Line::of).toList());
        }
    }

    record Release(
            @NotNull(message = NO_VERSION) Long version,
            @NotNull(message = "请填写核对过的项数。") Integer selected,
            @NotNull(message = "缺少名单校验值，请刷新名单后重试。") String listHash) {}

    record Outcome(UUID id, String state, String stateName, long version) {}

    record Successors(List<UUID> level) {}

    /** What a meeting decided about a list that was decided before; it has no agenda of its own. */
    interface LaterDecision {
        Integer due();

        Integer present();

        Integer inFavour();

        Integer against();

        Integer abstained();

        /** Today where absent. */
        @Nullable LocalDate heldOn();

        @Nullable List<RecusedMember> recusals();

        default Vote vote() {
            return new Vote(due(), present(), inFavour(), against(), abstained());
        }

        default Meeting meeting(LocalDate today) {
            var day = heldOn();
            return new Meeting(
                    day == null ? today : day, List.of(), RecusedMember.all(recusals()), "");
        }
    }

    /**
     * A new decision on one of the list.
     *
     * @param successorId absent where the place stays empty
     */
    record Mending(
            @NotNull(message = "缺少编号，请刷新页面后重试。") UUID id,
            @NotNull(message = "请选择退出的对象。") UUID applicationId,
            @Nullable UUID successorId,
            @Text(min = 4, max = 200) String reason,
            @NotNull(message = NEEDED) Integer due,
            @NotNull(message = NEEDED) Integer present,
            @NotNull(message = NEEDED) Integer inFavour,
            @NotNull(message = NEEDED) Integer against,
            @NotNull(message = NEEDED) Integer abstained,
            @Nullable LocalDate heldOn,
            @Nullable List<@Valid RecusedMember> recusals)
            implements LaterDecision {}

    /** The decision that a whole list falls. */
    record Annulling(
            @NotNull(message = NO_VERSION) Long version,
            @Text(min = 10, max = 200) String reason,
            @NotNull(message = NEEDED) Integer due,
            @NotNull(message = NEEDED) Integer present,
            @NotNull(message = NEEDED) Integer inFavour,
            @NotNull(message = NEEDED) Integer against,
            @NotNull(message = NEEDED) Integer abstained,
            @Nullable LocalDate heldOn,
            @Nullable List<@Valid RecusedMember> recusals)
            implements LaterDecision {}

    record Mended(UUID id, UUID gone, @Nullable UUID successor, String reason) {}

    @GetMapping("/release")
    Preview preview(@PathVariable UUID id) {
        return Preview.of(lifecycle.list(new Selection.Id(id)));
    }

    @PostMapping("/release")
    Outcome release(@PathVariable UUID id, @RequestBody @Valid Release release, Actor actor) {
        var released =
                lifecycle.release(
                        new Selection.Id(id),
                        release.version(),
                        release.selected(),
                        release.listHash(),
                        actor);
        return new Outcome(id, released.state(), released.word(), released.entry().version());
    }

    @GetMapping("/successors")
    Successors successors(@PathVariable UUID id, @RequestParam UUID gone) {
        return new Successors(lifecycle.successors(new Selection.Id(id), gone));
    }

    @PostMapping("/annul")
    Outcome annul(@PathVariable UUID id, @RequestBody @Valid Annulling wanted, Actor actor) {
        var annulled =
                lifecycle.annul(
                        new Selection.Id(id),
                        wanted.version(),
                        wanted.reason().strip(),
                        wanted.meeting(today()),
                        wanted.vote(),
                        actor);
        return new Outcome(id, annulled.state(), annulled.word(), annulled.entry().version());
    }

    @PostMapping("/replacements")
    Mended replace(@PathVariable UUID id, @RequestBody @Valid Mending mending, Actor actor) {
        var kept =
                lifecycle.replace(
                        new Selection.Id(id),
                        new Replacement(
                                mending.id(),
                                mending.applicationId(),
                                mending.successorId(),
                                mending.reason().strip()),
                        mending.meeting(today()),
                        mending.vote(),
                        actor);
        return new Mended(kept.id(), kept.gone(), kept.successor(), kept.reason());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}

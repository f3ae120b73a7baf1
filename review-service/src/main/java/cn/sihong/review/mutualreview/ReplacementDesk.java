package cn.sihong.review.mutualreview;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.conflicts.ConflictGraph;
import cn.sihong.review.draw.Draw;
import cn.sihong.review.draw.DrawList;
import cn.sihong.review.draw.DrawVerifier;
import cn.sihong.review.draw.Dropouts;
import cn.sihong.review.draw.Pair;
import cn.sihong.review.draw.Replacement;
import cn.sihong.review.mutualreview.Duties.Prompt;
import cn.sihong.review.mutualreview.Round.Released;
import cn.sihong.review.scoresheets.Begun;
import cn.sihong.review.scoresheets.ScoreSheetLifecycle;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Mends a released draw when a school drops out (递补). The desk says who left and why; who takes
 * over follows from that alone.
 */
@Component
class ReplacementDesk {

    /** Who leaves. */
    record Leaving(List<UUID> withdrawn, List<UUID> excused, String reason) {}

    private final RoundLifecycle lifecycle;
    private final Rounds rounds;
    private final Replacements replacements;
    private final ConflictGraph conflicts;
    private final ScoreSheetLifecycle sheets;
    private final Duties duties;
    private final Announcement announcement;
    private final Audit audit;
    private final Clock clock;

    ReplacementDesk(
            RoundLifecycle lifecycle,
            Rounds rounds,
            Replacements replacements,
            ConflictGraph conflicts,
            ScoreSheetLifecycle sheets,
            Duties duties,
            Announcement announcement,
            Audit audit,
            Clock clock) {
        this.lifecycle = lifecycle;
        this.rounds = rounds;
        this.replacements = replacements;
        this.conflicts = conflicts;
        this.sheets = sheets;
        this.duties = duties;
        this.announcement = announcement;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes out who leaves, and keeps apart whoever has declared a conflict since the sealing. */
    @Transactional
    public Round replace(UUID id, long version, Leaving leaving, Actor actor) {
        var round = lifecycle.get(id);
        if (!(round instanceof Released released))
            throw new NotPossibleNow("办理递补", round.inWords());
        StaleVersion.unless(version, released.version());
        var out = replacements.dropouts(released);
        var dropouts = dropouts(released, leaving, out);
        var kept = replacements.of(released);
        var before = kept.isEmpty() ? released.drawing().sheetHash() : kept.getLast().sheetHash();
        var replacement =
                Replacement.of(
                        before,
                        released.sealed().list(),
                        rounds.pairs(released),
                        scored(id, rounds.pairs(released), dropouts),
                        out,
                        dropouts);
        check(released, kept, replacement);
        return mend(released, kept.size() + 1, replacement, leaving.reason(), actor);
    }

    private Round mend(
            Released released, int number, Replacement replacement, String reason, Actor actor) {
        var id = released.plan().id();
        var programme = released.plan().programmeId();
        var mended = released.mended();
        rounds.save(mended);
        rounds.endPairs(mended, number, replacement.gone());
        rounds.addPairs(mended, number, replacement.added());
        replacements.add(mended, number, replacement, reason, clock.instant());
        sheets.takeBack(id, replacement.gone());
        sheets.handOut(id, programme, replacement.added());
        announcement.mended(mended, number, replacement);
        duties.tell(
                mended,
                replacement.added().stream().map(Pair::reviewing).collect(Collectors.toSet()),
                Prompt.TAKEN_OVER,
                "replacement " + number);
        audit.record(
                actor,
                actor.is(PARTY_OFFICE) ? PARTY_OFFICE : DISCIPLINE,
                Deed.of("mutual-review.replace", "mutual-review", id, programme));
        return mended;
    }

    private Dropouts dropouts(Released round, Leaving leaving, Dropouts out) {
        var list = round.sealed().list();
        var takePart = list.schools().stream().map(DrawList.School::id).collect(Collectors.toSet());
        var faults = new ArrayList<FieldError>();
        for (var school : leaving.withdrawn())
            if (!takePart.contains(school) || out.withdrawn().contains(school))
                faults.add(new FieldError("withdrawn", "所选学校不在本次互评名单内，或已经退出。"));
        for (var school : leaving.excused())
            if (!takePart.contains(school)
                    || out.excused().contains(school)
                    || out.withdrawn().contains(school))
                faults.add(new FieldError("excused", "所选学校不在本次互评名单内，或已不再承担评议。"));
        if (!faults.isEmpty()) throw new InvalidInput(faults);
        var known = new HashSet<>(list.conflicts());
        known.addAll(out.conflicts());
        var found =
                conflicts.standing(round.plan().programmeId()).stream()
                        .filter(it -> !known.contains(it))
                        .filter(it -> takePart.contains(it.one()) && takePart.contains(it.other()))
                        .toList();
        var dropouts = new Dropouts(leaving.withdrawn(), leaving.excused(), found);
        if (dropouts.isNothing()) throw new InvalidInput("withdrawn", "请选择退出的学校；目前也没有新登记的回避关系。");
        return dropouts;
    }

    /** What stays: all that is locked, and what others than those who leave have begun. */
    private List<Pair> scored(UUID round, List<Pair> pairs, Dropouts dropouts) {
        var current = new HashSet<>(pairs);
        var begun = sheets.begun(round);
        var open = new HashSet<>(sheets.openPairs(round));
        return begun.stream()
                .filter(it -> (it.locked() && !open.contains(it.pair())) || !leaves(it, dropouts))
                .map(Begun::pair)
                .distinct()
                .filter(current::contains)
                .toList();
    }

    private static boolean leaves(Begun sheet, Dropouts dropouts) {
        var pair = sheet.pair();
        return dropouts.withdrawn().contains(pair.reviewing())
                || dropouts.withdrawn().contains(pair.judged())
                || dropouts.excused().contains(pair.reviewing())
                || dropouts.conflicts()
                        .contains(new DrawList.Conflict(pair.reviewing(), pair.judged()));
    }

    private void check(Released round, List<Replacements.Kept> kept, Replacement replacement) {
        var sealed = round.sealed();
        var texts = new ArrayList<>(kept.stream().map(Replacements.Kept::sheet).toList());
        texts.add(replacement.sheet());
        var draw = new Draw(sealed.list(), round.drawing().seed(), rounds.drawn(round));
        var faults = DrawVerifier.faults(draw.sheet(), sealed.commitment(), texts);
        if (!faults.isEmpty()) throw new IllegalStateException("a wrong replacement: " + faults);
    }
}

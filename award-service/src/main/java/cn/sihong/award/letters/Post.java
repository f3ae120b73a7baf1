package cn.sihong.award.letters;

import cn.sihong.award.letters.Writing.Judged;
import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.Explanations;
import cn.sihong.award.selection.Decision;
import cn.sihong.award.selection.Decisions;
import cn.sihong.award.selection.DecisionsReleased;
import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.SelectionLifecycle;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.calendar.WorkingDays;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Sends the letters, in the transaction in which decisions are released. */
@Component
class Post {

    /** Research.md §4, 复核 / 申诉: within three working days after the release. */
    private static final int APPEAL_DAYS = 3;

    private final Decisions decisions;
    private final SelectionLifecycle selections;
    private final Explanations explanations;
    private final Letters letters;
    private final Telling telling;
    private final Bureau bureau;
    private final CalendarDays calendar;
    private final Clock clock;

    Post(
            Decisions decisions,
            SelectionLifecycle selections,
            Explanations explanations,
            Letters letters,
            Telling telling,
            Bureau bureau,
            CalendarDays calendar,
            Clock clock) {
        this.decisions = decisions;
        this.selections = selections;
        this.explanations = explanations;
        this.letters = letters;
        this.telling = telling;
        this.bureau = bureau;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** All of them, or another edition for those whose decision is another now. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DecisionsReleased released) {
        var now = clock.instant();
        var until = appealUntil(now);
        var programme = selections.get(released.selection()).entry().programmeId();
        var changed = released.changed();
        var told = new HashSet<UUID>();
        for (var decision : decisions.of(released.selection())) {
            var work = decision.work();
            if (!changed.isEmpty() && !changed.contains(work.applicationId())) continue;
            send(released.selection(), programme, decision, until, now);
            if (!changed.isEmpty())
                telling.changed(
                        released.selection(), programme, work.schoolId(), work.applicationId());
            else if (told.add(work.schoolId()))
                telling.released(released.selection(), programme, work.schoolId(), until);
        }
    }

    private void send(
            Selection.Id selection,
            UUID programme,
            Decision decision,
            LocalDate until,
            Instant now) {
        var work = decision.work();
        var letter = Writing.letter(decision, judged(programme, decision), bureau.office(), until);
        letters.send(letter, selection, programme, work.schoolId(), work.unitId(), now);
    }

    /** A school that stands for itself was judged on site only, as a whole. */
    private Judged judged(UUID programme, Decision decision) {
        var application = decision.work().applicationId();
        var school = decision.work().schoolId();
        return decision.standsForItself()
                ? new Judged(
                        List.of(),
                        explanations.onSite(programme, school, school),
                        explanations.adjustments(programme, school))
                : new Judged(
                        explanations.mutualReview(programme, application),
                        explanations.onSite(programme, school, application),
                        explanations.comments(programme, application));
    }

    private LocalDate appealUntil(Instant now) {
        return calendar.workingDays()
                .nthAfter(LocalDate.ofInstant(now, WorkingDays.BEIJING), APPEAL_DAYS);
    }
}

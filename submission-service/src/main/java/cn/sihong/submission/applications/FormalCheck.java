package cn.sihong.submission.applications;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.applications.Application.FormallyOk;
import cn.sihong.submission.applications.Application.InCorrection;
import cn.sihong.submission.applications.Application.NotAdmitted;
import cn.sihong.submission.applications.Application.Received;
import cn.sihong.submission.programmes.Programmes;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;

/**
 * The bureau's formal check of one received application (形式审查, research.md §4): in order, to be
 * corrected once by a day, or out. It looks at the form alone; the matter is for those who judge.
 */
@Component
class FormalCheck {

    /** Long enough to ask whoever is on a school trip, short enough for November to come. */
    static final int LEAST_WORKING_DAYS = 3;

    static final int MOST_WORKING_DAYS = 15;

    private final Applications applications;
    private final Programmes programmes;
    private final CalendarDays calendar;
    private final Announcer announcer;
    private final Audit audit;
    private final Clock clock;

    FormalCheck(
            Applications applications,
            Programmes programmes,
            CalendarDays calendar,
            Announcer announcer,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.programmes = programmes;
        this.calendar = calendar;
        this.announcer = announcer;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Application admit(Application.Id id, long seen, Actor actor) {
        return switch (applicationInForce(id)) {
            case Received received -> {
                StaleVersion.unless(seen, received.entry().version());
                yield keep(received.admit(), actor, "admit");
            }
            case FormallyOk _ -> throw new AlreadyDone("受理");
            case Application other -> throw notNow("受理", other);
        };
    }

    @Transactional
    Application askCorrection(
            Application.Id id, long seen, String reason, LocalDate until, Actor actor) {
        return switch (applicationInForce(id)) {
            case Received received -> {
                StaleVersion.unless(seen, received.entry().version());
                mustBeFair(until);
                yield keep(received.askCorrection(reason, until), actor, "ask-correction");
            }
            case InCorrection _ -> throw new AlreadyDone("要求补正");
            case Application other -> throw notNow("要求补正", other);
        };
    }

    @Transactional
    Application refuse(Application.Id id, long seen, String reason, Actor actor) {
        return switch (applicationInForce(id)) {
            case Received received -> {
                StaleVersion.unless(seen, received.entry().version());
                yield keep(received.refuse(reason), actor, "refuse");
            }
            case InCorrection correction -> {
                StaleVersion.unless(seen, correction.entry().version());
                yield keep(correction.refuse(reason, today()), actor, "refuse");
            }
            case NotAdmitted _ -> throw new AlreadyDone("作出不予受理的决定");
            case Application other -> throw notNow("作出不予受理的决定", other);
        };
    }

    private Application applicationInForce(Application.Id id) {
        var application = applications.get(id);
        programmes.published(application.entry().programme());
        return application;
    }

    /** Nothing is due on a free day (research.md §8.23). */
    private void mustBeFair(LocalDate until) {
        var workingDays = calendar.workingDays();
        var earliest = workingDays.nthAfter(today(), LEAST_WORKING_DAYS);
        var latest = workingDays.nthAfter(today(), MOST_WORKING_DAYS);
        if (until.isBefore(earliest) || until.isAfter(latest) || !workingDays.isWorkingDay(until))
            throw new InvalidInput(
                    "dueOn",
                    "补正期限应为%s至%s之间的工作日（%d 至 %d 个工作日）。"
                            .formatted(earliest, latest, LEAST_WORKING_DAYS, MOST_WORKING_DAYS));
    }

    private Application keep(Application after, Actor actor, String action) {
        var saved = applications.save(after, clock.instant());
        var entry = saved.entry();
        var programme = entry.programme().value();
        announcer.announce(saved, Role.PARTY_OFFICE);
        audit.record(
                actor,
                Role.PARTY_OFFICE,
                Deed.of("application." + action, "application", entry.id().value(), programme));
        return saved;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static NotPossibleNow notNow(String what, Application application) {
        return new NotPossibleNow(what, State.of(application).chinese());
    }
}

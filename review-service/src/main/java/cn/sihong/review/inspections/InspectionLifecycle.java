package cn.sihong.review.inspections;

import static cn.sihong.platform.keycloak.Role.INSPECTOR;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.InspectionEvent.ItemScore;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.inspections.Inspection.Locked;
import cn.sihong.review.inspections.Inspection.OnSite;
import cn.sihong.review.inspections.Inspection.Scheduled;
import cn.sihong.review.inspections.Inspection.Signature;
import cn.sihong.review.inspections.Inspection.Signed;
import cn.sihong.review.inspections.Inspection.Visit;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Seats;
import cn.sihong.review.register.Stage;
import cn.sihong.review.rubrics.Rubrics;
import cn.sihong.review.schoolcalendar.Booking;
import cn.sihong.review.schoolcalendar.SchoolCalendar;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The moves of a visit; each is one transaction: save, announce, audit. */
@Component
class InspectionLifecycle {

    private final Inspections inspections;
    private final Checklists checklists;
    private final Schedule schedule;
    private final Rubrics rubrics;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final SchoolCalendar schoolCalendar;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    InspectionLifecycle(
            Inspections inspections,
            Checklists checklists,
            Schedule schedule,
            Rubrics rubrics,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            SchoolCalendar schoolCalendar,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.inspections = inspections;
        this.checklists = checklists;
        this.schedule = schedule;
        this.rubrics = rubrics;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.schoolCalendar = schoolCalendar;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets all of these visits or none; the same call again finds what it made. */
    @Transactional
    public List<Inspection> schedule(UUID programme, List<Visit> visits, Actor actor) {
        schedule.check(programmes.get(programme), visits);
        return visits.stream().map(visit -> schedule(visit, actor)).toList();
    }

    /** The inspectors have arrived. */
    @Transactional
    public Inspection start(UUID id, long version, Actor actor) {
        return switch (mine(id, actor)) {
            case Scheduled scheduled -> {
                StaleVersion.unless(version, scheduled.version());
                var started = scheduled.start();
                inspections.save(started);
                record(actor, INSPECTOR, "inspection.start", started);
                yield started;
            }
            case OnSite _, Signed _, Locked _ -> throw new AlreadyDone("开始验收");
        };
    }

    /** Replaces what was found so far. */
    @Transactional
    public Inspection record(UUID id, long version, Findings found, Actor actor) {
        var inspection = mine(id, actor);
        return switch (inspection) {
            case OnSite onSite -> {
                StaleVersion.unless(version, onSite.version());
                rubrics.freeze(onSite.visit().programmeId());
                var checklist = checklists.of(onSite.visit());
                var recorded = onSite.record(found, checklist);
                inspections.record(recorded, checklist);
                record(actor, INSPECTOR, "inspection.record", recorded);
                yield recorded;
            }
            case Scheduled _, Signed _, Locked _ ->
                    throw new NotPossibleNow("填写验收记录", inspection.inWords());
        };
    }

    /** Both sides sign on the spot. */
    @Transactional
    public Inspection sign(
            UUID id, long version, String summary, String schoolSignatory, Actor actor) {
        var inspection = mine(id, actor);
        return switch (inspection) {
            case OnSite onSite -> {
                StaleVersion.unless(version, onSite.version());
                var signature =
                        new Signature(actor.subject(), schoolSignatory, summary, clock.instant());
                var signed = onSite.sign(signature, checklists.of(onSite.visit()));
                inspections.save(signed);
                announce(signed);
                record(actor, INSPECTOR, "inspection.sign", signed);
                yield signed;
            }
            case Scheduled _ -> throw new NotPossibleNow("签字", inspection.inWords());
            case Signed _, Locked _ -> throw new AlreadyDone("签字");
        };
    }

    /** Makes the result final; the one who signed does it. */
    @Transactional
    public Inspection lock(UUID id, long version, Actor actor) {
        var inspection = named(id, actor);
        return switch (inspection) {
            case Signed signed -> {
                StaleVersion.unless(version, signed.version());
                var locked = signed.lock(actor.subject(), clock.instant());
                inspections.save(locked);
                announce(locked);
                record(actor, INSPECTOR, "inspection.lock", locked);
                yield locked;
            }
            case Scheduled _, OnSite _ -> throw new NotPossibleNow("锁定", inspection.inWords());
            case Locked _ -> throw new AlreadyDone("锁定");
        };
    }

    /** The inspection, for the bureau and for those named. */
    @Transactional(readOnly = true)
    public Inspection read(UUID id, Actor actor) {
        return actor.isAny(PARTY_OFFICE, Role.PARTY_GROUP_MEMBER, Role.DISCIPLINE)
                ? get(id)
                : named(id, actor);
    }

    private Inspection schedule(Visit visit, Actor actor) {
        var scheduled = new Scheduled(visit, 1);
        if (inspections.add(scheduled)) {
            var school = organisations.find(visit.schoolId()).orElseThrow();
            schoolCalendar.book(
                    new Booking(
                            visit.id(),
                            Booking.Kind.ACCEPTANCE,
                            visit.programmeId(),
                            school,
                            visit.on()));
            outbox.announce(
                    new InspectionEvent.Scheduled(
                            outbox.stamp(PARTY_OFFICE, 1, visit.programmeId()),
                            visit.id(),
                            visit.schoolId(),
                            visit.on()));
            record(actor, PARTY_OFFICE, "inspection.schedule", scheduled);
            return scheduled;
        }
        return inspections
                .find(visit.id())
                .filter(kept -> kept.visit().equals(visit))
                .orElseThrow(() -> new AlreadyDone("为该校安排验收"));
    }

    private Inspection get(UUID id) {
        return inspections
                .find(id)
                .orElseThrow(
                        () -> inspections.exists(id) ? new NotNamed() : new NoSuchInspection());
    }

    private Inspection named(UUID id, Actor actor) {
        var inspection = get(id);
        var visit = inspection.visit();
        if (!visit.inspectors().contains(actor.subject())) throw new NotNamed();
        // a seat may have been taken after the visit was scheduled
        organisations
                .find(visit.schoolId())
                .ifPresent(school -> seats.requireNoStakeIn(school, actor.subject()));
        return inspection;
    }

    /** A visit that this person may work on today. */
    private Inspection mine(UUID id, Actor actor) {
        var inspection = named(id, actor);
        programmes
                .get(inspection.visit().programmeId())
                .requireOpen(Stage.ACCEPTANCE, LocalDate.now(clock));
        return inspection;
    }

    private void announce(Signed signed) {
        var visit = signed.visit();
        outbox.announce(
                new InspectionEvent.Signed(
                        outbox.stamp(INSPECTOR, signed.version(), visit.programmeId()),
                        visit.id(),
                        visit.schoolId(),
                        Arrays.stream(cn.sihong.review.rubrics.Method.values())
                                .filter(signed.findings().methods()::containsKey)
                                .map(Enum::name)
                                .toList()));
    }

    private void announce(Locked locked) {
        var visit = locked.visit();
        var findings = locked.findings();
        outbox.announce(
                new InspectionEvent.Locked(
                        outbox.stamp(INSPECTOR, locked.version(), visit.programmeId()),
                        visit.id(),
                        visit.schoolId(),
                        findings.schoolScore(),
                        findings.items().keySet().stream()
                                .sorted()
                                .map(id -> new ItemScore(id, findings.scoreOf(id)))
                                .toList()));
    }

    private void record(Actor actor, Role role, String action, Inspection inspection) {
        var visit = inspection.visit();
        audit.record(actor, role, Deed.of(action, "inspection", visit.id(), visit.programmeId()));
    }
}

package cn.sihong.submission.progress;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.Programme.Published;
import cn.sihong.submission.programmes.Programmes;
import cn.sihong.submission.programmes.Stage;
import cn.sihong.submission.progress.Sheet.Weeks;
import cn.sihong.submission.progress.Sheets.Kept;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a school writes down of its work, and who may read it: each one transaction. */
@Component
class ProgressLifecycle {

    private static final Role[] BUREAU = {
        Role.PARTY_OFFICE, Role.PARTY_GROUP_MEMBER, Role.DISCIPLINE, Role.ARCHIVIST, Role.AUDITOR
    };

    private final Activities activities;
    private final Sheets sheets;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final CalendarDays calendar;
    private final Audit audit;
    private final Clock clock;

    ProgressLifecycle(
            Activities activities,
            Sheets sheets,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            CalendarDays calendar,
            Audit audit,
            Clock clock) {
        this.activities = activities;
        this.sheets = sheets;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.calendar = calendar;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes an activity down under an id the caller made; asked again, the same is the answer. */
    @Transactional
    Activity record(
            Activity.Id id,
            Programme.Id programme,
            Organisation.Id schoolId,
            Activity.Content content,
            Actor actor) {
        var role = asSchool(schoolId, actor);
        var known = activities.find(id);
        if (known.isPresent()) return known.get();
        mustHaveBegun(programmes.published(programme));
        Entries.check(content, today());
        var entry =
                new Activity.Entry(id, programme, schoolId, unitOf(organisations.get(schoolId)), 0);
        return keep(new Activity(entry, content), actor, role, "record");
    }

    @Transactional
    Activity revise(Activity.Id id, long seen, Activity.Content content, Actor actor) {
        var activity = activities.get(id);
        var role = asSchool(activity.entry().school(), actor);
        programmes.published(activity.entry().programme());
        StaleVersion.unless(seen, activity.entry().version());
        Entries.check(content, today());
        return keep(activity.revise(content), actor, role, "revise");
    }

    @Transactional
    void remove(Activity.Id id, long seen, Actor actor) {
        var activity = activities.get(id);
        var role = asSchool(activity.entry().school(), actor);
        programmes.published(activity.entry().programme());
        StaleVersion.unless(seen, activity.entry().version());
        activities.remove(activity);
        note(actor, role, "activity.remove", id.value(), activity.entry().programme());
    }

    private Activity keep(Activity activity, Actor actor, Role role, String action) {
        var saved = activities.save(activity);
        note(
                actor,
                role,
                "activity." + action,
                saved.entry().id().value(),
                saved.entry().programme());
        return saved;
    }

    /** Writes a whole sheet over the version the school saw. */
    @Transactional
    <S extends Sheet> Kept<S> fill(
            Programme.Id programme, Organisation.Id schoolId, S sheet, long seen, Actor actor) {
        var role = asSchool(schoolId, actor);
        mustHaveBegun(programmes.published(programme));
        Entries.check(sheet, sheets.rubric());
        var school = organisations.get(schoolId);
        unitOf(school);
        sheets.save(programme, school, sheet, seen);
        note(actor, role, "progress-sheet." + sheet.kind(), schoolId.value(), programme);
        return sheets.of(programme, schoolId, sheet);
    }

    @Transactional(readOnly = true)
    List<Activity> activities(Programme.Id programme, Organisation.Id school, Actor actor) {
        mustSee(school, actor);
        return activities.of(programme, school);
    }

    @Transactional(readOnly = true)
    <S extends Sheet> Kept<S> sheet(
            Programme.Id programme, Organisation.Id school, S empty, Actor actor) {
        mustSee(school, actor);
        return sheets.of(programme, school, empty);
    }

    @Transactional(readOnly = true)
    Summary summary(Programme.Id programme, Organisation.Id school, Actor actor) {
        mustSee(school, actor);
        return Summary.of(
                programmes.published(programme).window(Stage.CREATION),
                activities.of(programme, school).stream().map(Activity::content).toList(),
                sheets.of(programme, school, Weeks.EMPTY).sheet(),
                calendar.workingDays(),
                today());
    }

    /** The school itself, its unit, and the bureau; to others it does not exist. */
    private void mustSee(Organisation.Id schoolId, Actor actor) {
        if (actor.isAny(BUREAU)) return;
        var mine = seats.organisationsOf(actor);
        var unit = organisations.get(schoolId).unitId();
        if (!mine.contains(schoolId.value()) && (unit == null || !mine.contains(unit.value())))
            throw new NotYourUnit();
    }

    /** There is a first day and no last one: what was late is still worth knowing (R38). */
    private void mustHaveBegun(Published programme) {
        if (today().isBefore(programme.window(Stage.CREATION).opensOn()))
            programme.mustBeOpen(Stage.CREATION, today());
    }

    private Organisation.Id unitOf(Organisation school) {
        var unit = school.unitId();
        if (unit == null) throw new NotYourUnit();
        return unit;
    }

    private Role asSchool(Organisation.Id school, Actor actor) {
        return seats.mustHold(actor, school, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
    }

    private void note(Actor actor, Role role, String action, UUID about, Programme.Id programme) {
        audit.record(actor, role, Deed.of(action, "progress", about, programme.value()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}

package cn.sihong.submission.applications;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.applications.Application.Draft;
import cn.sihong.submission.applications.Application.Editable;
import cn.sihong.submission.applications.Application.Entry;
import cn.sihong.submission.applications.Application.FormallyOk;
import cn.sihong.submission.applications.Application.InCorrection;
import cn.sihong.submission.applications.Application.NotRecommended;
import cn.sihong.submission.applications.Application.Recommended;
import cn.sihong.submission.applications.Application.Returned;
import cn.sihong.submission.applications.Application.Signature;
import cn.sihong.submission.applications.Application.Submitted;
import cn.sihong.submission.applications.Application.Withdrawable;
import cn.sihong.submission.applications.Application.Withdrawn;
import cn.sihong.submission.attachments.Attachments;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.Programmes;
import cn.sihong.submission.programmes.Stage;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;

/**
 * The moves a school and its unit make with one application. Each is one transaction: whose record
 * it is, whether the window is open, the move itself, the row, the event and the audit row, all or
 * none. What {@code batches} does with many at once is in {@link Reporting}.
 */
@Component
class ApplicationLifecycle {

    private final Applications applications;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final Attachments attachments;
    private final CalendarDays calendar;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ApplicationLifecycle(
            Applications applications,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            Attachments attachments,
            CalendarDays calendar,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.attachments = attachments;
        this.calendar = calendar;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a draft under an id the caller made; asked again, the same draft is the answer. */
    @Transactional
    Application draft(
            Application.Id id,
            Programme.Id programmeId,
            Organisation.Id schoolId,
            Category category,
            Content content,
            Actor actor) {
        var role = seats.mustHold(actor, schoolId, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
        var begun = applications.find(id);
        if (begun.isPresent()) return begun.get();

        var programme = programmes.published(programmeId);
        programme.mustBeOpen(Stage.APPLICATION, today());
        Form.check(content);
        attachments.mustBeUsable(schoolId, content.photos());
        int max = programme.rule(category).maxPerUnit();
        if (applications.lockAndCount(programmeId, schoolId, category) >= max)
            throw new CategoryFull(category, max);

        var unit = unitOf(schoolId);
        var entry = new Entry(id, programmeId, schoolId, unit, category, 0);
        return keep(new Draft(entry, content), actor, role, "draft");
    }

    @Transactional
    Application revise(Application.Id id, long seen, Content content, Actor actor) {
        var application = applications.get(id);
        var role = asSchool(application, actor, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
        mustBeOpen(application);
        return switch (application) {
            case Editable editable -> {
                StaleVersion.unless(seen, editable.entry().version());
                Form.check(content);
                attachments.mustBeUsable(editable.entry().school(), content.photos());
                yield keep(editable.revise(content), actor, role, "revise");
            }
            case InCorrection correction -> {
                StaleVersion.unless(seen, correction.entry().version());
                Form.check(content);
                attachments.mustBeUsable(correction.entry().school(), content.photos());
                yield keep(correction.revise(content), actor, role, "revise");
            }
            case Submitted _, Application.Screened _, Application.Reported _, Withdrawn _ ->
                    throw notNow("修改", application);
        };
    }

    /** The secretary signs (R32); everything that is missing is named at once. */
    @Transactional
    Application submit(Application.Id id, long seen, String opinion, Actor actor) {
        var application = applications.get(id);
        var role = asSchool(application, actor, Role.SCHOOL_SECRETARY);
        mustBeOpen(application);
        return switch (application) {
            case Editable editable -> {
                StaleVersion.unless(seen, editable.entry().version());
                new Completeness(calendar.workingDays(), today())
                        .check(editable.content(), opinion);
                var signature = new Signature(opinion, actor.subject(), clock.instant());
                yield keep(editable.submit(signature), actor, role, "submit");
            }
            case InCorrection correction -> {
                StaleVersion.unless(seen, correction.entry().version());
                new Completeness(calendar.workingDays(), today())
                        .check(correction.content(), opinion);
                var signature = new Signature(opinion, actor.subject(), clock.instant());
                yield keep(correction.handIn(signature), actor, role, "correct");
            }
            case Submitted _ -> throw new AlreadyDone("提交");
            case Application.Screened _, Application.Reported _, Withdrawn _ ->
                    throw notNow("提交", application);
        };
    }

    @Transactional
    Application withdraw(Application.Id id, long seen, Actor actor) {
        var application = applications.get(id);
        var role = asSchool(application, actor, Role.SCHOOL_SECRETARY);
        return switch (application) {
            case Withdrawable withdrawable -> {
                StaleVersion.unless(seen, withdrawable.entry().version());
                yield keep(withdrawable.withdraw(), actor, role, "withdraw");
            }
            case Withdrawn _ -> throw new AlreadyDone("撤回");
            case Application.Reported _ -> throw notNow("撤回", application);
        };
    }

    @Transactional
    Application sendBack(Application.Id id, long seen, String reason, Actor actor) {
        var application = applications.get(id);
        var role = asUnit(application, actor);
        mustBeOpen(application);
        return switch (application) {
            case Submitted submitted -> {
                StaleVersion.unless(seen, submitted.entry().version());
                yield keep(submitted.sendBack(reason), actor, role, "return");
            }
            case Returned _ -> throw new AlreadyDone("退回");
            case Draft _, Application.Screened _, Application.Reported _, Withdrawn _ ->
                    throw notNow("退回", application);
        };
    }

    /**
     * @param rank the unit's order within the category, which no other application holds
     */
    @Transactional
    Application recommend(Application.Id id, long seen, int rank, Actor actor) {
        var application = applications.get(id);
        var role = asUnit(application, actor);
        mustBeOpen(application);
        return switch (application) {
            case Submitted submitted -> {
                StaleVersion.unless(seen, submitted.entry().version());
                yield keep(submitted.recommend(rank), actor, role, "recommend");
            }
            case Recommended _ -> throw new AlreadyDone("推荐");
            case Draft _, Returned _, NotRecommended _, Application.Reported _, Withdrawn _ ->
                    throw notNow("推荐", application);
        };
    }

    @Transactional
    Application decline(Application.Id id, long seen, String reason, Actor actor) {
        var application = applications.get(id);
        var role = asUnit(application, actor);
        mustBeOpen(application);
        return switch (application) {
            case Submitted submitted -> {
                StaleVersion.unless(seen, submitted.entry().version());
                yield keep(submitted.decline(reason), actor, role, "decline");
            }
            case NotRecommended _ -> throw new AlreadyDone("作出不推荐的决定");
            case Draft _, Returned _, Recommended _, Application.Reported _, Withdrawn _ ->
                    throw notNow("作出不推荐的决定", application);
        };
    }

    /** Heard from award-service, perhaps twice; says nothing new to anybody. */
    @Transactional
    void honour(Application.Id id, String certificate) {
        if (applications.find(id).orElse(null) instanceof FormallyOk admitted)
            applications.save(admitted.honour(certificate), clock.instant());
    }

    private Application keep(Application after, Actor actor, Role role, String action) {
        var saved = applications.save(after, clock.instant());
        var entry = saved.entry();
        var programme = entry.programme().value();
        Announcement.of(saved, outbox.stamp(role, entry.version(), programme))
                .ifPresent(outbox::announce);
        audit.record(
                actor,
                role,
                Deed.of("application." + action, "application", entry.id().value(), programme));
        return saved;
    }

    /** An organisation without a screening unit is no school, and has nothing to apply for. */
    private Organisation.Id unitOf(Organisation.Id school) {
        var unit = organisations.get(school).unitId();
        if (unit == null) throw new NotYourUnit();
        return unit;
    }

    private Role asSchool(Application application, Actor actor, Role... roles) {
        return seats.mustHold(actor, application.entry().school(), roles);
    }

    private Role asUnit(Application application, Actor actor) {
        return seats.mustHold(
                actor, application.entry().unit(), Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER);
    }

    private void mustBeOpen(Application application) {
        var programme = programmes.published(application.entry().programme());
        if (application instanceof InCorrection correction) correction.mustBeInTime(today());
        else programme.mustBeOpen(Stage.APPLICATION, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static NotPossibleNow notNow(String what, Application application) {
        return new NotPossibleNow(what, State.of(application).chinese());
    }
}

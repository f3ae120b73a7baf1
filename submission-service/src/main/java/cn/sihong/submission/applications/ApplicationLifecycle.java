package cn.sihong.submission.applications;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.applications.Application.Draft;
import cn.sihong.submission.applications.Application.Editable;
import cn.sihong.submission.applications.Application.Entry;
import cn.sihong.submission.applications.Application.FormallyOk;
import cn.sihong.submission.applications.Application.Honoured;
import cn.sihong.submission.applications.Application.InCorrection;
import cn.sihong.submission.applications.Application.NotRecommended;
import cn.sihong.submission.applications.Application.Recommended;
import cn.sihong.submission.applications.Application.Returned;
import cn.sihong.submission.applications.Application.Signature;
import cn.sihong.submission.applications.Application.Submitted;
import cn.sihong.submission.applications.Application.Withdrawable;
import cn.sihong.submission.applications.Application.Withdrawn;
import cn.sihong.submission.applications.Completeness.Word;
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
import java.util.List;

/**
 * The moves a school and its unit make with one application. Each is one transaction: whose record
 * it is, whether the window is open, the move itself, the row, the event and the audit row, all or
 * none. What {@code batches} does with many at once is in {@link Reporting}.
 */
@Component
class ApplicationLifecycle {

    private final Applications applications;
    private final Forms forms;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final Attachments attachments;
    private final CalendarDays calendar;
    private final Announcer announcer;
    private final Audit audit;
    private final Clock clock;

    ApplicationLifecycle(
            Applications applications,
            Forms forms,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            Attachments attachments,
            CalendarDays calendar,
            Announcer announcer,
            Audit audit,
            Clock clock) {
        this.applications = applications;
        this.forms = forms;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.attachments = attachments;
        this.calendar = calendar;
        this.announcer = announcer;
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
        var unit = unitOf(schoolId);
        programme.mustBeOpen(Stage.APPLICATION, today(), unit);
        var rule = programme.rule(category);
        var form = forms.get(category, rule.formEdition());
        mustBeKeepable(content, form, schoolId);
        int max = rule.maxPerUnit();
        if (applications.lockAndCount(programmeId, schoolId, category) >= max)
            throw new CategoryFull(category, max);

        var entry = new Entry(id, programmeId, schoolId, unit, category, form.version(), 0);
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
                mustBeKeepable(content, formOf(editable), editable.entry().school());
                yield keep(editable.revise(content), actor, role, "revise");
            }
            case InCorrection correction -> {
                StaleVersion.unless(seen, correction.entry().version());
                mustBeKeepable(content, formOf(correction), correction.entry().school());
                yield keep(correction.revise(content), actor, role, "revise");
            }
            case Submitted _, Application.Screened _, Application.Reported _, Withdrawn _ ->
                    throw notNow("修改", application);
        };
    }

    /** What the school still has to do before its secretary can sign; changes nothing. */
    @Transactional(readOnly = true)
    List<FieldError> missing(Application.Id id, Actor actor) {
        var application = applications.get(id);
        asSchool(application, actor, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
        return completeness(application).faults(application.content());
    }

    /** The secretary signs (R32); everything that is missing is named at once. */
    @Transactional
    Application submit(Application.Id id, long seen, Word word, Actor actor) {
        var application = applications.get(id);
        var role = asSchool(application, actor, Role.SCHOOL_SECRETARY);
        mustBeOpen(application);
        return switch (application) {
            case Editable editable -> {
                StaleVersion.unless(seen, editable.entry().version());
                var signed = signed(editable, word, actor);
                yield keep(editable.submit(answers(editable), signed), actor, role, "submit");
            }
            case InCorrection correction -> {
                StaleVersion.unless(seen, correction.entry().version());
                var signed = signed(correction, word, actor);
                yield keep(correction.handIn(answers(correction), signed), actor, role, "correct");
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
                yield keep(submitted.sendBack(reason, dueOn(submitted)), actor, role, "return");
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

    /** Heard from award-service, perhaps twice; says nothing new to anybody. */
    @Transactional
    void revoke(Application.Id id, String reason) {
        if (applications.find(id).orElse(null) instanceof Honoured honoured)
            applications.save(honoured.revoke(reason), clock.instant());
    }

    private Application keep(Application after, Actor actor, Role role, String action) {
        var saved = applications.save(after, clock.instant());
        var entry = saved.entry();
        var programme = entry.programme().value();
        announcer.announce(saved, role);
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

    private Form formOf(Application application) {
        return forms.get(application.entry().category(), application.entry().form());
    }

    private Completeness completeness(Application application) {
        return new Completeness(formOf(application), calendar.workingDays(), today());
    }

    private Signature signed(Application application, Word word, Actor actor) {
        completeness(application).check(application.content(), word);
        return new Signature(word.opinion(), actor.subject(), clock.instant());
    }

    private Content answers(Application application) {
        return formOf(application).submitted(application.content());
    }

    /** Even a draft holds nothing that cannot be shown, and no other school's pictures. */
    private void mustBeKeepable(Content content, Form form, Organisation.Id school) {
        form.check(content);
        form.attachments(content)
                .forEach((field, ids) -> attachments.mustBeUsable(school, ids, "content." + field));
    }

    /** Working days to improve it, but never beyond the window, which waits for nobody (R45). */
    private LocalDate dueOn(Application application) {
        var entry = application.entry();
        var closesOn =
                programmes.published(entry.programme()).closesOn(Stage.APPLICATION, entry.unit());
        var due = calendar.workingDays().nthAfter(today(), Application.IMPROVEMENT_DAYS);
        return due.isAfter(closesOn) ? closesOn : due;
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
        else programme.mustBeOpen(Stage.APPLICATION, today(), application.entry().unit());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static NotPossibleNow notNow(String what, Application application) {
        return new NotPossibleNow(what, State.of(application).chinese());
    }
}

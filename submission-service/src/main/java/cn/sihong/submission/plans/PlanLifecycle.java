package cn.sihong.submission.plans;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.plans.SchoolPlan.Batched;
import cn.sihong.submission.plans.SchoolPlan.Draft;
import cn.sihong.submission.plans.SchoolPlan.Editable;
import cn.sihong.submission.plans.SchoolPlan.Entry;
import cn.sihong.submission.plans.SchoolPlan.Filed;
import cn.sihong.submission.plans.SchoolPlan.GatePassed;
import cn.sihong.submission.plans.SchoolPlan.Returned;
import cn.sihong.submission.plans.SchoolPlan.Review;
import cn.sihong.submission.plans.SchoolPlan.Submitted;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.Programmes;
import cn.sihong.submission.programmes.Stage;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The moves of a plan, each one transaction: right, window, move, row, event, audit row. */
@Component
class PlanLifecycle {

    private final Plans plans;
    private final Editions editions;
    private final Originality originality;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    PlanLifecycle(
            Plans plans,
            Editions editions,
            Originality originality,
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.plans = plans;
        this.editions = editions;
        this.originality = originality;
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a draft under an id the caller made; asked again, the same draft is the answer. */
    @Transactional
    SchoolPlan draft(
            SchoolPlan.Id id,
            Programme.Id programme,
            Organisation.Id school,
            Content content,
            Actor actor) {
        var role = asSchool(school, actor, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
        var begun = plans.find(id);
        if (begun.isPresent()) return begun.get();
        var unit = unitOf(school);
        mustBeOpen(programme, unit);
        Form.check(content);
        var entry = new Entry(id, programme, school, unit, 0);
        return keep(new Draft(entry, content), actor, role, "draft");
    }

    @Transactional
    SchoolPlan revise(SchoolPlan.Id id, long seen, Content content, Actor actor) {
        var plan = plans.get(id);
        var role = asSchool(plan.entry().school(), actor, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
        mustBeOpen(plan.entry().programme(), plan.entry().unit());
        return switch (plan) {
            case Editable editable -> {
                StaleVersion.unless(seen, editable.entry().version());
                Form.check(content);
                yield keep(editable.revise(content), actor, role, "revise");
            }
            case Submitted _, GatePassed _, Batched _, Filed _ -> throw notNow("修改", plan);
        };
    }

    /** What the school still has to do before its secretary can submit; changes nothing. */
    @Transactional(readOnly = true)
    List<FieldError> missing(SchoolPlan.Id id, Actor actor) {
        var plan = plans.get(id);
        asSchool(plan.entry().school(), actor, Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
        return Form.missing(plan.content());
    }

    /** The secretary answers for it (R32). */
    @Transactional
    SchoolPlan submit(SchoolPlan.Id id, long seen, Actor actor) {
        var plan = plans.get(id);
        var role = asSchool(plan.entry().school(), actor, Role.SCHOOL_SECRETARY);
        mustBeOpen(plan.entry().programme(), plan.entry().unit());
        return switch (plan) {
            case Editable editable -> {
                StaleVersion.unless(seen, editable.entry().version());
                Form.checkComplete(editable.content());
                if (!seats.isStaffed(editable.entry().school())) throw new SeatsEmpty();
                var submitted = editable.submit();
                editions.add(submitted, clock.instant());
                originality.remember(submitted);
                yield keep(submitted, actor, role, "submit");
            }
            case Submitted _ -> throw new AlreadyDone("提交");
            case GatePassed _, Batched _, Filed _ -> throw notNow("提交", plan);
        };
    }

    /** The unit sends back what waits at its gate. */
    @Transactional
    SchoolPlan sendBack(SchoolPlan.Id id, long seen, Review review, Actor actor) {
        Section.check(review.comments());
        var plan = plans.get(id);
        var role = asUnit(plan.entry().unit(), actor);
        mustBeOpen(plan.entry().programme(), plan.entry().unit());
        return switch (plan) {
            case Submitted submitted -> {
                StaleVersion.unless(seen, submitted.entry().version());
                yield keep(submitted.sendBack(review), actor, role, "return");
            }
            case Returned _ -> throw new AlreadyDone("退回");
            case Draft _, GatePassed _, Batched _, Filed _ -> throw notNow("退回", plan);
        };
    }

    /**
     * The bureau does not accept what a unit reported. Should the window be closed by then, it
     * gives the unit more time; until then the school can read why, and not answer.
     */
    @Transactional
    SchoolPlan reject(SchoolPlan.Id id, long seen, Review review, Actor actor) {
        Section.check(review.comments());
        var plan = plans.get(id);
        return switch (plan) {
            case Batched batched -> {
                StaleVersion.unless(seen, batched.entry().version());
                yield keep(batched.sendBack(review), actor, Role.PARTY_OFFICE, "reject");
            }
            case Returned _ -> throw new AlreadyDone("退回");
            case Draft _, Submitted _, GatePassed _, Filed _ -> throw notNow("退回", plan);
        };
    }

    @Transactional
    SchoolPlan pass(SchoolPlan.Id id, long seen, Actor actor) {
        var plan = plans.get(id);
        var role = asUnit(plan.entry().unit(), actor);
        mustBeOpen(plan.entry().programme(), plan.entry().unit());
        return switch (plan) {
            case Submitted submitted -> {
                StaleVersion.unless(seen, submitted.entry().version());
                yield keep(submitted.pass(), actor, role, "pass");
            }
            case GatePassed _ -> throw new AlreadyDone("审核通过");
            case Draft _, Returned _, Batched _, Filed _ -> throw notNow("审核通过", plan);
        };
    }

    /** The unit reports all it let pass, once nothing waits at its gate any more. */
    @Transactional
    int batch(Programme.Id programme, Organisation.Id unit, Actor actor) {
        var role = asUnit(unit, actor);
        mustBeOpen(programme, unit);
        var waiting = plans.of(programme, unit, State.SUBMITTED);
        if (!waiting.isEmpty()) throw new GateUnfinished(waiting.size());
        var passed = plans.of(programme, unit, State.GATE_PASSED);
        if (passed.isEmpty()) throw new NothingToMove("报送");
        for (var plan : passed)
            if (plan instanceof GatePassed one) keep(one.batch(), actor, role, "batch");
        return passed.size();
    }

    /** The bureau files what a unit reported; there is no window for paper work of the bureau. */
    @Transactional
    int file(Programme.Id programme, Organisation.Id unit, Actor actor) {
        var batched = plans.of(programme, unit, State.BATCHED);
        if (batched.isEmpty()) throw new NothingToMove("备案");
        for (var plan : batched)
            if (plan instanceof Batched one) keep(one.file(), actor, Role.PARTY_OFFICE, "file");
        return batched.size();
    }

    /** The units whose gate this person keeps. */
    @Transactional(readOnly = true)
    List<Organisation.Id> gatesOf(Actor actor) {
        return seats.organisationsOf(actor).stream()
                .map(Organisation.Id::new)
                .filter(unit -> isGatekeeper(actor, unit))
                .toList();
    }

    private boolean isGatekeeper(Actor actor, Organisation.Id unit) {
        return seats.holds(actor, unit, Role.STREET_REVIEWER)
                || seats.holds(actor, unit, Role.DIRECT_UNIT_REVIEWER);
    }

    private SchoolPlan keep(SchoolPlan after, Actor actor, Role role, String action) {
        var saved = plans.save(after, clock.instant());
        var entry = saved.entry();
        UUID programme = entry.programme().value();
        Announcement.of(saved, outbox.stamp(role, entry.version(), programme))
                .ifPresent(outbox::announce);
        audit.record(actor, role, Deed.of("plan." + action, "plan", entry.id().value(), programme));
        return saved;
    }

    private Organisation.Id unitOf(Organisation.Id school) {
        var unit = organisations.get(school).unitId();
        if (unit == null) throw new NotYourUnit();
        return unit;
    }

    private Role asSchool(Organisation.Id school, Actor actor, Role... roles) {
        return seats.mustHold(actor, school, roles);
    }

    private Role asUnit(Organisation.Id unit, Actor actor) {
        return seats.mustHold(actor, unit, Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER);
    }

    private void mustBeOpen(Programme.Id programme, Organisation.Id unit) {
        programmes.published(programme).mustBeOpen(Stage.PLAN, LocalDate.now(clock), unit);
    }

    private static NotPossibleNow notNow(String what, SchoolPlan plan) {
        return new NotPossibleNow(what, State.of(plan).chinese());
    }
}

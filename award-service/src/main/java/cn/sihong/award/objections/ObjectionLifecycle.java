package cn.sihong.award.objections;

import cn.sihong.award.objections.Objection.Accepted;
import cn.sihong.award.objections.Objection.Decided;
import cn.sihong.award.objections.Objection.Decision;
import cn.sihong.award.objections.Objection.Investigated;
import cn.sihong.award.objections.Objection.Kind;
import cn.sihong.award.objections.Objection.NotAccepted;
import cn.sihong.award.objections.Objection.Registered;
import cn.sihong.award.objections.Objection.Report;
import cn.sihong.award.objections.Objections.Investigator;
import cn.sihong.award.register.Seats;
import cn.sihong.contracts.NoticeEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.StaleVersion;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The moves of an objection, from its acceptance to its answer. */
@Component
class ObjectionLifecycle {

    /** Whoever may have judged, screened or applied. */
    private static final Role[] TOOK_PART = {
        Role.PEER_REVIEWER,
        Role.INSPECTOR,
        Role.STREET_REVIEWER,
        Role.DIRECT_UNIT_REVIEWER,
        Role.SCHOOL_SECRETARY,
        Role.INFO_OFFICER,
        Role.NOMINEE
    };

    private static final int INVESTIGATORS = 2;

    private final Objections objections;
    private final Objectors objectors;
    private final Confidants confidants;
    private final Seats seats;
    private final CalendarDays calendar;
    private final ApplicationEventPublisher publisher;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    ObjectionLifecycle(
            Objections objections,
            Objectors objectors,
            Confidants confidants,
            Seats seats,
            CalendarDays calendar,
            ApplicationEventPublisher publisher,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.objections = objections;
        this.objectors = objectors;
        this.confidants = confidants;
        this.seats = seats;
        this.calendar = calendar;
        this.publisher = publisher;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Objection get(Objection.Id id) {
        return objections.find(id).orElseThrow(NoSuchObjection::new);
    }

    @Transactional(readOnly = true)
    public List<Investigator> investigators(Objection.Id id) {
        return objections.investigators(id);
    }

    /**
     * Accepts it.
     *
     * @param redacted what the unit concerned will read: it may say less than the automatic
     *     redaction, but nothing that betrays who spoke
     */
    @Transactional
    public Objection accept(Objection.Id id, long seen, String redacted, Actor actor) {
        return switch (get(id)) {
            case Registered registered -> {
                StaleVersion.unless(seen, registered.entry().version());
                requireSilent(registered, redacted, actor);
                var accepted = registered.accept(redacted, today(), calendar.workingDays());
                objections.save(accepted);
                outbox.announce(
                        new NoticeEvent.ObjectionAccepted(
                                stamp(accepted, Role.DISCIPLINE),
                                id.value(),
                                accepted.entry().matter().applicationId(),
                                accepted.clock().investigateBy()));
                audit(actor, Role.DISCIPLINE, "objection.accept", accepted);
                yield accepted;
            }
            case NotAccepted done -> throw new NotPossibleNow("受理", done.word());
            case Accepted _, Investigated _, Decided _ -> throw new AlreadyDone("受理");
        };
    }

    /** Does not accept it; the objector reads the reason with the receipt. */
    @Transactional
    public Objection turnDown(Objection.Id id, long seen, String reason, Actor actor) {
        return switch (get(id)) {
            case Registered registered -> {
                StaleVersion.unless(seen, registered.entry().version());
                var refused = registered.turnDown(reason, today());
                objections.save(refused);
                outbox.announce(
                        new NoticeEvent.ObjectionNotAccepted(
                                stamp(refused, Role.DISCIPLINE),
                                id.value(),
                                refused.entry().matter().applicationId()));
                audit(actor, Role.DISCIPLINE, "objection.turn-down", refused);
                yield refused;
            }
            case NotAccepted _ -> throw new AlreadyDone("作不予受理处理");
            case Accepted it -> throw new NotPossibleNow("作不予受理处理", it.word());
            case Investigated it -> throw new NotPossibleNow("作不予受理处理", it.word());
            case Decided it -> throw new NotPossibleNow("作不予受理处理", it.word());
        };
    }

    /** Somebody who scored nothing takes part in the investigation. */
    @Transactional
    public List<Investigator> investigate(Objection.Id id, Actor actor) {
        if (!(get(id) instanceof Accepted accepted))
            throw new NotPossibleNow("参加核查", get(id).word());
        if (actor.isAny(TOOK_PART) || seats.everHeld(actor.subject(), TOOK_PART))
            throw new TookPartInScoring();
        if (objections.addInvestigator(id, actor.subject(), actor.name()))
            audit(actor, role(actor), "objection.investigate", accepted);
        return objections.investigators(id);
    }

    /** Gives the investigation more time, once and with a reason. */
    @Transactional
    public Objection extend(
            Objection.Id id, long seen, int workingDays, String reason, Actor actor) {
        if (!(get(id) instanceof Accepted accepted))
            throw new NotPossibleNow("延长核查期限", get(id).word());
        StaleVersion.unless(seen, accepted.entry().version());
        var extended = accepted.extend(workingDays, reason, today(), calendar.workingDays());
        objections.save(extended);
        audit.record(actor, Role.DISCIPLINE, deed("objection.extend", extended).saying(reason));
        return extended;
    }

    /** One of the investigators says what they found. */
    @Transactional
    public Objection report(
            Objection.Id id, long seen, String findings, boolean founded, Actor actor) {
        return switch (get(id)) {
            case Accepted accepted -> {
                StaleVersion.unless(seen, accepted.entry().version());
                requireInvestigator(id, actor);
                var investigated = accepted.report(new Report(findings, founded, today()));
                objections.save(investigated);
                audit(actor, role(actor), "objection.report", investigated);
                yield investigated;
            }
            case Registered early -> throw new NotPossibleNow("提交核查报告", early.word());
            case NotAccepted early -> throw new NotPossibleNow("提交核查报告", early.word());
            case Investigated _, Decided _ -> throw new AlreadyDone("提交核查报告");
        };
    }

    /** The Party group decides; a sustained one makes the list be decided anew. */
    @Transactional
    public Objection decide(
            Objection.Id id, long seen, boolean sustained, String reply, Actor actor) {
        return switch (get(id)) {
            case Investigated investigated -> {
                StaleVersion.unless(seen, investigated.entry().version());
                if (isInvestigator(id, actor)) throw new InvestigatorDecides();
                var decided = investigated.decide(new Decision(sustained, reply, today()));
                objections.save(decided);
                var matter = decided.entry().matter();
                outbox.announce(
                        new NoticeEvent.ObjectionDecided(
                                stamp(decided, Role.PARTY_GROUP_MEMBER),
                                id.value(),
                                matter.applicationId(),
                                sustained));
                audit(actor, Role.PARTY_GROUP_MEMBER, "objection.decide", decided);
                if (sustained)
                    publisher.publishEvent(
                            new ObjectionSustained(
                                    id.value(),
                                    matter.programmeId(),
                                    matter.selectionId(),
                                    matter.applicationId(),
                                    decided.entry().kind() != Kind.OBJECTION));
                yield decided;
            }
            case Registered early -> throw new NotPossibleNow("作出决定", early.word());
            case NotAccepted early -> throw new NotPossibleNow("作出决定", early.word());
            case Accepted early -> throw new NotPossibleNow("作出决定", early.word());
            case Decided _ -> throw new AlreadyDone("作出决定");
        };
    }

    /** Who objects, for one of the two who may know; that they looked is recorded. */
    @Transactional
    public Objector objector(Objection.Id id, Actor actor) {
        return confided(id, actor, "objection.unmask", () -> objectors.find(id));
    }

    /** The sealed paper of a unit, likewise. */
    @Transactional
    public Objectors.Scan seal(Objection.Id id, Actor actor) {
        return confided(id, actor, "objection.see-seal", () -> objectors.scan(id));
    }

    /** Which pieces of evidence came with it; that they are there is no secret. */
    public List<UUID> evidenceOf(Objection.Id id) {
        return objectors.evidenceOf(id);
    }

    /** One of them, for a confidant: a picture may tell who took it. */
    @Transactional
    public Objectors.Scan evidence(Objection.Id id, UUID piece, Actor actor) {
        return confided(id, actor, "objection.see-evidence", () -> objectors.evidence(id, piece));
    }

    /** What only one of the two may read; the look is recorded under this name. */
    private <T> T confided(Objection.Id id, Actor actor, String look, Supplier<Optional<T>> read) {
        confidants.require(actor);
        var objection = get(id);
        objectors.actFor(actor.subject());
        var secret = read.get().orElseThrow(NoSuchObjection::new);
        audit(actor, Role.DISCIPLINE, look, objection);
        return secret;
    }

    /**
     * A confidant's redaction is compared with who really spoke; whoever is not one can only keep
     * what was redacted automatically, or less of it.
     */
    private void requireSilent(Registered registered, String redacted, Actor actor) {
        var entry = registered.entry();
        if (entry.kind() != Kind.OBJECTION || redacted.equals(entry.redacted())) return;
        confidants.require(actor);
        objectors.actFor(actor.subject());
        var objector = objectors.find(entry.id()).orElseThrow(NoSuchObjection::new);
        if (Redaction.betrays(redacted, objector.marks()))
            throw new InvalidInput("redacted", "文字中仍有可能暴露反映人身份的内容（姓名、单位或联系方式），请隐去后再受理。");
    }

    private void requireInvestigator(Objection.Id id, Actor actor) {
        if (objections.investigators(id).size() < INVESTIGATORS || !isInvestigator(id, actor))
            throw new TooFewInvestigators();
    }

    private boolean isInvestigator(Objection.Id id, Actor actor) {
        return objections.investigators(id).stream()
                .anyMatch(one -> one.subject().equals(actor.subject()));
    }

    private static Role role(Actor actor) {
        return actor.is(Role.DISCIPLINE) ? Role.DISCIPLINE : Role.PARTY_OFFICE;
    }

    private Stamp stamp(Objection objection, Role role) {
        var entry = objection.entry();
        return outbox.stamp(role, entry.version(), entry.matter().programmeId());
    }

    private void audit(Actor actor, Role role, String action, Objection objection) {
        audit.record(actor, role, deed(action, objection));
    }

    private static Deed deed(String action, Objection objection) {
        var entry = objection.entry();
        return Deed.of(action, "objection", entry.id().value(), entry.matter().programmeId());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}

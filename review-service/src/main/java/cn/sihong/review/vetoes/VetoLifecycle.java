package cn.sihong.review.vetoes;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.INSPECTOR;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;

import cn.sihong.contracts.SupervisionEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.inspections.InspectorSight;
import cn.sihong.review.register.Applications;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Seats;
import cn.sihong.review.reminders.Occasion;
import cn.sihong.review.reminders.Occasion.Addressee;
import cn.sihong.review.reminders.Reminders;
import cn.sihong.review.rubrics.Rubrics;
import cn.sihong.review.rubrics.Subject;
import cn.sihong.review.vetoes.Veto.Appealed;
import cn.sihong.review.vetoes.Veto.Decision;
import cn.sihong.review.vetoes.Veto.Dismissed;
import cn.sihong.review.vetoes.Veto.Entry;
import cn.sihong.review.vetoes.Veto.Imposed;
import cn.sihong.review.vetoes.Veto.Proposed;
import cn.sihong.review.vetoes.Veto.Reviewed;
import cn.sihong.review.vetoes.Veto.Word;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The moves of a veto; each is one transaction: save, announce, audit. */
@Component
class VetoLifecycle {

    private final Vetoes vetoes;
    private final Rubrics rubrics;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Applications applications;
    private final Seats seats;
    private final InspectorSight inspectors;
    private final CalendarDays calendar;
    private final Reminders reminders;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    VetoLifecycle(
            Vetoes vetoes,
            Rubrics rubrics,
            Programmes programmes,
            Organisations organisations,
            Applications applications,
            Seats seats,
            InspectorSight inspectors,
            CalendarDays calendar,
            Reminders reminders,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.vetoes = vetoes;
        this.rubrics = rubrics;
        this.programmes = programmes;
        this.organisations = organisations;
        this.applications = applications;
        this.seats = seats;
        this.inspectors = inspectors;
        this.calendar = calendar;
        this.reminders = reminders;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What somebody has to show against a school.
     *
     * @param applicationId absent where it is about the school as a whole
     */
    record Charge(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            @Nullable UUID applicationId,
            String ground,
            String fact,
            String evidence) {}

    /** The same call again finds what it made. */
    @Transactional
    public Veto propose(Charge charge, Actor actor) {
        var known = vetoes.find(charge.id());
        if (known.isPresent()) return known.get();
        programmes.get(charge.programmeId()).requireNotClosed();
        var role = proposes(actor, charge.schoolId());
        var ground =
                rubrics.adjusting(charge.programmeId())
                        .ground(charge.ground())
                        .orElseThrow(() -> new InvalidInput("ground", "方案的一票否决情形中没有这一项，请重新选择。"));
        var schools = organisations.schools().stream().map(Organisation::id).toList();
        if (!schools.contains(charge.schoolId())) throw new InvalidInput("schoolId", "请选择学校。");
        if (charge.applicationId() != null
                && applications.of(charge.programmeId(), charge.schoolId()).stream()
                        .noneMatch(it -> it.id().equals(charge.applicationId())))
            throw new InvalidInput("applicationId", "这项申报不属于所选学校，请重新选择。");
        var proposed =
                new Proposed(
                        new Entry(
                                charge.id(),
                                1,
                                charge.programmeId(),
                                charge.schoolId(),
                                charge.applicationId(),
                                rubrics.of(charge.programmeId()).of(Subject.SCHOOL).id(),
                                ground,
                                charge.fact(),
                                charge.evidence(),
                                actor.subject(),
                                today(),
                                calendar.workingDays().nthAfter(today(), Veto.DAYS_TO_BE_HEARD)),
                        null);
        if (!vetoes.add(proposed)) throw new AlreadyDone("对同一事项提出一票否决");
        announce(proposed, role);
        record(actor, role, "veto.propose", proposed);
        tellSchool("review.veto-proposed", proposed, proposed.entry().hearUntil());
        tellGroup(proposed);
        return proposed;
    }

    /** The school says something before it is decided. */
    @Transactional
    public Veto state(UUID id, long version, String text, Actor actor) {
        return switch (ofOwnSchool(id, version, actor)) {
            case Proposed proposed -> {
                if (proposed.statement() != null) throw new AlreadyDone("陈述");
                yield keep(
                        proposed.hear(new Word(text, actor.subject(), today())),
                        actor,
                        SCHOOL_SECRETARY,
                        "veto.state");
            }
            case Dismissed it -> throw notNow("陈述", it);
            case Imposed it -> throw notNow("陈述", it);
            case Appealed it -> throw notNow("陈述", it);
            case Reviewed it -> throw notNow("陈述", it);
        };
    }

    /** The Party group decides; on an appeal it decides again, by somebody else, and finally. */
    @Transactional
    public Veto decide(
            UUID id, long version, boolean against, String reason, String minutes, Actor actor) {
        var veto = seen(id, version);
        var decision = new Decision(reason, minutes, actor.subject(), today());
        var decided =
                switch (veto) {
                    case Proposed it ->
                            against
                                    ? it.impose(
                                            decision,
                                            calendar.workingDays()
                                                    .nthAfter(today(), Veto.DAYS_TO_APPEAL))
                                    : it.dismiss(decision);
                    case Appealed it -> it.review(against, decision);
                    case Dismissed it -> throw notNow("作出决定", it);
                    case Imposed it -> throw notNow("作出决定", it);
                    case Reviewed it -> throw notNow("作出决定", it);
                };
        keep(decided, actor, PARTY_GROUP_MEMBER, "veto.decide");
        announce(decided, PARTY_GROUP_MEMBER);
        tellSchool("review.veto-decided", decided, Vetoes.appealUntil(decided));
        return decided;
    }

    /** The school appeals, once. */
    @Transactional
    public Veto appeal(UUID id, long version, String text, Actor actor) {
        return switch (ofOwnSchool(id, version, actor)) {
            case Imposed imposed -> {
                var appealed =
                        keep(
                                imposed.appeal(new Word(text, actor.subject(), today())),
                                actor,
                                SCHOOL_SECRETARY,
                                "veto.appeal");
                announce(appealed, SCHOOL_SECRETARY);
                tellGroup(appealed);
                yield appealed;
            }
            case Appealed _ -> throw new AlreadyDone("申诉");
            case Proposed it -> throw notNow("申诉", it);
            case Dismissed it -> throw notNow("申诉", it);
            case Reviewed it -> throw notNow("申诉", it);
        };
    }

    @Transactional(readOnly = true)
    public Veto read(UUID id) {
        return vetoes.find(id).orElseThrow(NoSuchVeto::new);
    }

    @Transactional(readOnly = true)
    public List<Veto> of(UUID programme) {
        return vetoes.of(programme);
    }

    private Role proposes(Actor actor, UUID school) {
        if (actor.is(PARTY_OFFICE)) return PARTY_OFFICE;
        if (actor.is(DISCIPLINE)) return DISCIPLINE;
        // an inspector speaks of what they were sent to see
        if (actor.is(INSPECTOR) && inspectors.schoolsOf(actor.subject()).contains(school))
            return INSPECTOR;
        throw new NotYourUnit();
    }

    private Veto seen(UUID id, long version) {
        var veto = read(id);
        StaleVersion.unless(version, veto.entry().version());
        return veto;
    }

    private Veto ofOwnSchool(UUID id, long version, Actor actor) {
        var veto = seen(id, version);
        seats.require(actor, SCHOOL_SECRETARY, veto.entry().schoolId());
        return veto;
    }

    private <V extends Veto> V keep(V veto, Actor actor, Role role, String action) {
        vetoes.save(veto);
        record(actor, role, action, veto);
        return veto;
    }

    private void record(Actor actor, Role role, String action, Veto veto) {
        var entry = veto.entry();
        audit.record(actor, role, Deed.of(action, "veto", entry.id(), entry.programmeId()));
    }

    private void announce(Veto veto, Role role) {
        var entry = veto.entry();
        var stamp = outbox.stamp(role, entry.version(), entry.programmeId());
        var school = entry.schoolId();
        var application = entry.applicationId();
        var ground = entry.ground().code();
        outbox.announce(
                switch (veto) {
                    case Proposed _ ->
                            new SupervisionEvent.VetoProposed(
                                    stamp, entry.id(), school, application, ground);
                    case Dismissed _ ->
                            new SupervisionEvent.VetoDecided(
                                    stamp, entry.id(), school, application, ground, false);
                    case Imposed _ ->
                            new SupervisionEvent.VetoDecided(
                                    stamp, entry.id(), school, application, ground, true);
                    case Appealed _ ->
                            new SupervisionEvent.VetoAppealed(
                                    stamp, entry.id(), school, application, ground);
                    case Reviewed it ->
                            new SupervisionEvent.VetoReviewed(
                                    stamp, entry.id(), school, application, ground, it.upheld());
                });
    }

    private void tellSchool(String template, Veto veto, @Nullable LocalDate until) {
        reminders.request(
                occasion(
                        template,
                        veto,
                        new Addressee.SeatOf(veto.entry().schoolId(), SCHOOL_SECRETARY),
                        until));
    }

    private void tellGroup(Veto veto) {
        reminders.request(
                occasion(
                        "review.veto-to-decide",
                        veto,
                        new Addressee.Bureau(PARTY_GROUP_MEMBER),
                        null));
    }

    private Occasion occasion(String template, Veto veto, Addressee to, @Nullable LocalDate until) {
        var entry = veto.entry();
        return new Occasion(
                template,
                entry.id(),
                "" + entry.version(),
                entry.programmeId(),
                to,
                Map.of(
                        "school",
                        organisations.find(entry.schoolId()).map(Organisation::name).orElse("有关学校"),
                        "ground",
                        entry.ground().name(),
                        "state",
                        veto.inWords(),
                        "until",
                        until == null ? "—" : until.toString()),
                "/app/vetoes/" + entry.id(),
                null);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static NotPossibleNow notNow(String what, Veto veto) {
        return new NotPossibleNow(what, veto.inWords());
    }
}

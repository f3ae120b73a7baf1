package cn.sihong.award.nominations;

import cn.sihong.award.nominations.Nomination.Declined;
import cn.sihong.award.nominations.Nomination.Endorsed;
import cn.sihong.award.nominations.Nomination.Entry;
import cn.sihong.award.nominations.Nomination.Member;
import cn.sihong.award.nominations.Nomination.Nominated;
import cn.sihong.award.nominations.Nomination.Withdrawn;
import cn.sihong.award.register.Declarations;
import cn.sihong.award.register.Organisations;
import cn.sihong.award.register.Programmes;
import cn.sihong.award.register.Seats;
import cn.sihong.award.register.Stage;
import cn.sihong.award.register.Works;
import cn.sihong.award.selection.SelectionLifecycle;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.NotPossibleNow;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** The moves of a nomination: the school's, and the parent unit's answer. */
@Component
class NominationLifecycle {

    private final Nominations nominations;
    private final SelectionLifecycle selections;
    private final Programmes programmes;
    private final Declarations declarations;
    private final Organisations organisations;
    private final Works works;
    private final Seats seats;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    NominationLifecycle(
            Nominations nominations,
            SelectionLifecycle selections,
            Programmes programmes,
            Declarations declarations,
            Organisations organisations,
            Works works,
            Seats seats,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.nominations = nominations;
        this.selections = selections;
        this.programmes = programmes;
        this.declarations = declarations;
        this.organisations = organisations;
        this.works = works;
        this.seats = seats;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Nomination get(Nomination.Id id) {
        return nominations.find(id).orElseThrow(NoSuchNomination::new);
    }

    /** Puts a member forward; the same call again answers the same. */
    @Transactional
    public Nomination nominate(
            Nomination.Id id,
            UUID programme,
            UUID school,
            Member member,
            BranchVote vote,
            Actor actor) {
        var existing = nominations.find(id);
        if (existing.isPresent() && existing.get().entry().nominatedBy().equals(actor.subject()))
            return existing.get();
        requireSeat(actor, school);
        requireStillPossible(programme);
        if (vote.heldOn().isAfter(today())) throw new InvalidInput("heldOn", "会议日期不能晚于今天。");
        var unit = organisations.unitOf(school).orElseThrow(NotYourUnit::new);
        var nominated =
                new Nominated(
                        new Entry(id, programme, school, unit, member, vote, actor.subject(), 1));
        if (!nominations.add(nominated)) throw new NominatedAlready();
        outbox.announce(
                new SelectionEvent.MemberNominated(
                        stamp(nominated, Role.SCHOOL_SECRETARY), id.value(), school));
        audit(actor, Role.SCHOOL_SECRETARY, "nomination.nominate", nominated);
        return nominated;
    }

    @Transactional
    public Nomination endorse(Nomination.Id id, long seen, Actor actor) {
        var endorsed = answerable(id, seen, actor).endorse(actor.subject());
        nominations.save(endorsed);
        outbox.announce(
                new SelectionEvent.MemberEndorsed(
                        stamp(endorsed, role(actor)), id.value(), endorsed.entry().schoolId()));
        audit(actor, role(actor), "nomination.endorse", endorsed);
        return endorsed;
    }

    @Transactional
    public Nomination decline(Nomination.Id id, long seen, String reason, Actor actor) {
        var declined = answerable(id, seen, actor).decline(reason, actor.subject());
        nominations.save(declined);
        outbox.announce(
                new SelectionEvent.MemberDeclined(
                        stamp(declined, role(actor)), id.value(), declined.entry().schoolId()));
        audit(actor, role(actor), "nomination.decline", declined);
        return declined;
    }

    /** Possible until the commendation: who was selected already falls out by a new decision. */
    @Transactional
    public Nomination withdraw(Nomination.Id id, long seen, String reason, Actor actor) {
        var nomination = get(id);
        requireSeat(actor, nomination.entry().schoolId());
        StaleVersion.unless(seen, nomination.entry().version());
        var withdrawn =
                switch (nomination) {
                    case Nominated nominated -> nominated.withdraw(reason);
                    case Endorsed endorsed -> endorsed.withdraw(reason);
                    case Declined it -> throw new NotPossibleNow("撤回推荐", it.word());
                    case Withdrawn _ -> throw new AlreadyDone("撤回推荐");
                };
        nominations.save(withdrawn);
        works.withdraw(id.value());
        outbox.announce(
                new SelectionEvent.MemberWithdrawn(
                        stamp(withdrawn, Role.SCHOOL_SECRETARY),
                        id.value(),
                        withdrawn.entry().schoolId()));
        audit(actor, Role.SCHOOL_SECRETARY, "nomination.withdraw", withdrawn);
        return withdrawn;
    }

    private Nominated answerable(Nomination.Id id, long seen, Actor actor) {
        return switch (get(id)) {
            case Nominated nominated -> {
                requireSeat(actor, nominated.entry().unitId());
                StaleVersion.unless(seen, nominated.entry().version());
                requireStillPossible(nominated.entry().programmeId());
                yield nominated;
            }
            case Endorsed _, Declined _ -> throw new AlreadyDone("审核这项推荐");
            case Withdrawn it -> throw new NotPossibleNow("审核推荐", it.word());
        };
    }

    /** Nobody joins a ranking that was frozen. */
    private void requireStillPossible(UUID id) {
        var programme = programmes.get(id);
        if (declarations.of(id).outstandingMembers() == 0) throw new NoMembersHonoured();
        programme.requireNotOver(Stage.SELECTION, today());
        if (selections.isFrozen(id)) throw new NotPossibleNow("推荐突出党员", "评选排名已冻结");
    }

    private void requireSeat(Actor actor, UUID organisation) {
        if (!seats.of(actor.subject()).contains(organisation)) throw new NotYourUnit();
    }

    private static Role role(Actor actor) {
        return actor.is(Role.STREET_REVIEWER) ? Role.STREET_REVIEWER : Role.DIRECT_UNIT_REVIEWER;
    }

    private Stamp stamp(Nomination nomination, Role role) {
        var entry = nomination.entry();
        return outbox.stamp(role, entry.version(), entry.programmeId());
    }

    private void audit(Actor actor, Role role, String action, Nomination nomination) {
        var entry = nomination.entry();
        audit.record(
                actor,
                role,
                Deed.of(action, "nomination", entry.id().value(), entry.programmeId()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkingDays.BEIJING);
    }
}

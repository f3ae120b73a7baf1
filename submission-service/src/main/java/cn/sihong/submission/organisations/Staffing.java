package cn.sihong.submission.organisations;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.submission.organisations.People.Sitting;
import cn.sihong.submission.organisations.Registration.Member;
import cn.sihong.submission.organisations.Registration.Seat;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;

/** Who sits at one organisation, and how its files pass from one info officer to the next (R37). */
@Component
class Staffing {

    private final Organisations organisations;
    private final People people;
    private final HandOvers handOvers;
    private final Seats seats;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Staffing(
            Organisations organisations,
            People people,
            HandOvers handOvers,
            Seats seats,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.organisations = organisations;
        this.people = people;
        this.handOvers = handOvers;
        this.seats = seats;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the organisation itself, its unit, and those who keep the tree. */
    @Transactional(readOnly = true)
    public List<Sitting> at(Actor actor, Organisation.Id id) {
        var organisation = organisations.get(id);
        var mine = seats.organisationsOf(actor);
        var unit = organisation.unitId();
        if (!actor.isAny(Role.PARTY_OFFICE, Role.SYS_ADMIN)
                && !mine.contains(id.value())
                && (unit == null || !mine.contains(unit.value()))) throw new NotYourUnit();
        return people.at(id);
    }

    /**
     * The secretary names the next info officer, an account is opened, and the one before leaves
     * the seat: there is never nobody.
     */
    @Transactional
    public List<Sitting> handOver(
            Actor actor, Organisation.Id school, String username, String name, String note) {
        var role =
                actor.is(Role.PARTY_OFFICE)
                        ? Role.PARTY_OFFICE
                        : seats.mustHold(actor, school, Role.SCHOOL_SECRETARY);
        organisations.lock();
        var organisation = organisations.get(school);
        if (!organisation.isSchool() || organisation.successorId() != null)
            throw new HandOverNotPossible("该单位没有党建信息员岗位。");
        PeopleCheck.faultIn(username, name)
                .ifPresent(sentence -> {
                    throw new HandOverNotPossible(sentence);
                });
        if (people.nameOf(username).filter(known -> !known.equals(name)).isPresent())
            throw new HandOverNotPossible("用户名“%s”已由其他人使用，请换一个用户名。".formatted(username));
        var seat = new Seat(school, Role.INFO_OFFICER);
        var before =
                people.at(school).stream()
                        .filter(sitting -> sitting.role() == Role.INFO_OFFICER)
                        .map(Sitting::username)
                        .toList();
        if (before.equals(List.of(username))) throw new AlreadyDone("移交");
        var held = new HashSet<>(people.seatsOf(username));
        held.add(seat);
        people.put(new Member(username, name, held));
        for (var predecessor : before)
            if (!predecessor.equals(username)) leave(role, predecessor, seat);
        handOvers.add(actor, school, before, username, note, clock.instant());
        audit.record(
                actor,
                role,
                Deed.of("organisation.hand-over", "organisation", school.value(), null));
        return people.at(school);
    }

    private void leave(Role role, String username, Seat seat) {
        var kept = new HashSet<>(people.seatsOf(username));
        kept.remove(seat);
        var name = people.nameOf(username).orElseThrow();
        for (var gone : people.put(new Member(username, name, kept)))
            for (var place : organisations.withPredecessors(gone.organisation()))
                outbox.announce(
                        Announcement.left(
                                place.value(),
                                people.subjectOf(username),
                                gone.role(),
                                outbox.stamp(role, organisations.nextVersion(place), null)));
    }
}

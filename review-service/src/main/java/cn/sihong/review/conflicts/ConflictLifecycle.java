package cn.sihong.review.conflicts;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PEER_REVIEWER;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.register.Seats;
import cn.sihong.review.reminders.Occasion;
import cn.sihong.review.reminders.Occasion.Addressee;
import cn.sihong.review.reminders.Reminders;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people may do about conflicts; each is one transaction. */
@Component
class ConflictLifecycle {

    private final Conflicts conflicts;
    private final ConflictGraph graph;
    private final Programmes programmes;
    private final Seats seats;
    private final Reminders reminders;
    private final Audit audit;
    private final Clock clock;

    ConflictLifecycle(
            Conflicts conflicts,
            ConflictGraph graph,
            Programmes programmes,
            Seats seats,
            Reminders reminders,
            Audit audit,
            Clock clock) {
        this.conflicts = conflicts;
        this.graph = graph;
        this.programmes = programmes;
        this.seats = seats;
        this.reminders = reminders;
        this.audit = audit;
        this.clock = clock;
    }

    /** A school's people declare for their school, discipline what was reported to it. */
    @Transactional
    public void declare(Declaration declaration, Actor actor) {
        programmes.get(declaration.programmeId()).requireNotClosed();
        var role = roleFor(declaration.schoolId(), actor);
        if (!conflicts.add(declaration, actor.subject(), clock.instant())) return;
        tellDiscipline(declaration);
        audit.record(
                actor,
                role,
                Deed.of(
                        "conflict.declare",
                        "conflict",
                        declaration.id(),
                        declaration.programmeId()));
    }

    /** Discipline alone, with a reason. */
    @Transactional
    public void waive(Waiver waiver, Actor actor) {
        programmes.get(waiver.programmeId()).requireNotClosed();
        var known =
                conflicts.all(waiver.programmeId(), graph.since()).stream()
                        .anyMatch(it ->
                                it.one().equals(waiver.between().one())
                                        && it.other().equals(waiver.between().other()));
        if (!known) throw new NoSuchConflict();
        if (conflicts.add(waiver, actor.subject(), clock.instant()))
            audit.record(
                    actor,
                    DISCIPLINE,
                    Deed.of("conflict.waive", "conflict", waiver.id(), waiver.programmeId()));
    }

    @Transactional(readOnly = true)
    public List<Conflicts.Ground> list(UUID programme, Actor actor) {
        if (actor.is(DISCIPLINE)) return conflicts.all(programme, graph.since());
        var mine = new ArrayList<>(seats.organisationsOf(actor.subject(), PEER_REVIEWER));
        mine.addAll(seats.organisationsOf(actor.subject(), SCHOOL_SECRETARY));
        return conflicts.declaredBy(programme, mine);
    }

    private Role roleFor(UUID school, Actor actor) {
        if (actor.is(DISCIPLINE)) return DISCIPLINE;
        for (var role : List.of(PEER_REVIEWER, SCHOOL_SECRETARY))
            if (actor.is(role) && seats.organisationsOf(actor.subject(), role).contains(school))
                return role;
        throw new NotYourUnit();
    }

    private void tellDiscipline(Declaration declaration) {
        reminders.request(
                new Occasion(
                        "review.conflict-declared",
                        declaration.id(),
                        "",
                        declaration.programmeId(),
                        new Addressee.Bureau(DISCIPLINE),
                        Map.of(),
                        "/app/conflicts",
                        null));
    }
}

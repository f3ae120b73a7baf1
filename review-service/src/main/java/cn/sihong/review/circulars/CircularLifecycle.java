package cn.sihong.review.circulars;

import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.circulars.Circular.Content;
import cn.sihong.review.circulars.Circular.Draft;
import cn.sihong.review.circulars.Circular.Head;
import cn.sihong.review.circulars.Circular.Issued;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.register.Programmes;
import cn.sihong.review.reminders.Occasion;
import cn.sihong.review.reminders.Occasion.Addressee;
import cn.sihong.review.reminders.Reminders;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The moves of a circular; each is one transaction. */
@Component
class CircularLifecycle {

    private static final Role[] WRITES = {PARTY_OFFICE, PARTY_GROUP_MEMBER};

    private final Circulars circulars;
    private final Programmes programmes;
    private final Organisations organisations;
    private final Reminders reminders;
    private final Audit audit;
    private final Clock clock;

    CircularLifecycle(
            Circulars circulars,
            Programmes programmes,
            Organisations organisations,
            Reminders reminders,
            Audit audit,
            Clock clock) {
        this.circulars = circulars;
        this.programmes = programmes;
        this.organisations = organisations;
        this.reminders = reminders;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a draft with what supervision saw; asked again, the same draft is the answer. */
    @Transactional
    Circular draft(UUID id, UUID programme, String title, Actor actor) {
        var begun = circulars.find(id);
        if (begun.isPresent()) return begun.get();
        programmes.get(programme).requireNotClosed();
        var head = new Head(id, programme, actor.subject(), 0);
        return keep(
                new Draft(head, circulars.facts(programme).draft(title)), actor, "circular.draft");
    }

    @Transactional
    Circular revise(UUID id, long seen, Content content, Actor actor) {
        return switch (get(id)) {
            case Draft draft -> {
                StaleVersion.unless(seen, draft.head().version());
                yield keep(draft.revise(content, actor.subject()), actor, "circular.revise");
            }
            case Issued _ -> throw new AlreadyDone("印发");
        };
    }

    /** Somebody else than its author issues it, and every school is told. */
    @Transactional
    Circular issue(UUID id, long seen, Actor actor) {
        return switch (get(id)) {
            case Draft draft -> {
                StaleVersion.unless(seen, draft.head().version());
                var schools = organisations.schools();
                var names = schools.stream().map(Organisation::name).toList();
                var issued =
                        keep(
                                draft.issue(actor.subject(), clock.instant(), names),
                                actor,
                                "circular.issue");
                schools.forEach(school -> tell(issued, school));
                yield issued;
            }
            case Issued _ -> throw new AlreadyDone("印发");
        };
    }

    @Transactional(readOnly = true)
    Circular read(UUID id, Actor actor) {
        var circular = get(id);
        if (circular instanceof Draft && !actor.isAny(WRITES)) throw new NoSuchCircular();
        return circular;
    }

    @Transactional(readOnly = true)
    List<Circular> of(UUID programme, Actor actor) {
        return circulars.of(programme, actor.isAny(WRITES));
    }

    private Circular get(UUID id) {
        return circulars.find(id).orElseThrow(NoSuchCircular::new);
    }

    private Circular keep(Circular circular, Actor actor, String action) {
        var saved = circulars.save(circular);
        var head = saved.head();
        audit.record(
                actor,
                actor.is(PARTY_OFFICE) ? PARTY_OFFICE : PARTY_GROUP_MEMBER,
                Deed.of(action, "circular", head.id(), head.programmeId()));
        return saved;
    }

    private void tell(Circular circular, Organisation school) {
        var head = circular.head();
        reminders.request(
                new Occasion(
                        "review.circular-issued",
                        head.id(),
                        "",
                        head.programmeId(),
                        new Addressee.SeatOf(school.id(), SCHOOL_SECRETARY),
                        Map.of("title", circular.content().title()),
                        "/app/circulars/" + head.id(),
                        null));
    }
}

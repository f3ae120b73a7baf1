package cn.sihong.submission.organisations;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.organisations.OrganisationChanges.Kind;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;

/**
 * Renames, moves and merges. An organisation keeps its id for ever: what was written under it stays
 * where it is, and what has begun at a unit ends there.
 */
@Component
class OrganisationLifecycle {

    private final Organisations organisations;
    private final OrganisationChanges changes;
    private final PartyOrganisations partyOrganisations;
    private final People people;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    OrganisationLifecycle(
            Organisations organisations,
            OrganisationChanges changes,
            PartyOrganisations partyOrganisations,
            People people,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.organisations = organisations;
        this.changes = changes;
        this.partyOrganisations = partyOrganisations;
        this.people = people;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Organisation rename(
            Actor actor, Role role, Organisation.Id id, long seen, String name, String reason) {
        var before = standing(id, seen);
        if (before.name().equals(name)) throw new ChangeNotPossible("name", "新名称与现名称相同。");
        var after = organisations.save(before.renamed(name));
        changes.add(actor, id, Kind.RENAMED, before.name(), name, reason, clock.instant());
        announce(role, after);
        record(actor, role, "organisation.rename", id);
        return after;
    }

    /** Puts a school under another unit; from now on that is its gate. */
    @Transactional
    public Organisation move(
            Actor actor,
            Role role,
            Organisation.Id id,
            long seen,
            Organisation.Id unit,
            String reason) {
        var before = standing(id, seen);
        var to = organisations.get(unit);
        if (before.kind() != OrganisationKind.SCHOOL)
            throw new ChangeNotPossible("unitId", "只有街道或直属学校所辖的学校可以划转。");
        if (!to.kind().isUnit() || to.successorId() != null)
            throw new ChangeNotPossible("unitId", "请选择街道教育中心或直属学校作为新的上级单位。");
        if (unit.equals(before.unitId())) throw new ChangeNotPossible("unitId", "该校已在这个单位之下。");
        var after = organisations.save(before.movedTo(unit));
        changes.add(
                actor, id, Kind.MOVED, nameOf(before.unitId()), to.name(), reason, clock.instant());
        announce(role, after);
        record(actor, role, "organisation.move", id);
        return after;
    }

    /**
     * Lets a school go on in another one. Its seats end; the successor's people see and finish what
     * it has begun.
     */
    @Transactional
    public Organisation merge(
            Actor actor,
            Role role,
            Organisation.Id id,
            long seen,
            Organisation.Id into,
            String reason) {
        organisations.lock();
        var before = standing(id, seen);
        var successor = organisations.get(into);
        if (into.equals(id)) throw new ChangeNotPossible("into", "不能并入自身。");
        if (!before.isSchool() || !successor.isSchool() || successor.successorId() != null)
            throw new ChangeNotPossible("into", "只有学校之间可以合并，且并入的学校须仍然存在。");
        if (organisations.schoolsOf(id).stream().anyMatch(school -> !school.id().equals(id)))
            throw new ChangeNotPossible("into", "该直属学校之下还有所辖学校，请先划转后再合并。");
        leaveAll(role, id);
        var after = organisations.mergeInto(before, into);
        partyOrganisations.handOn(id, into);
        changes.add(
                actor, id, Kind.MERGED, before.name(), successor.name(), reason, clock.instant());
        outbox.announce(Announcement.merged(after, outbox.stamp(role, after.version(), null)));
        seatTheSuccessors(role, id, into);
        record(actor, role, "organisation.merge", id);
        return after;
    }

    private void leaveAll(Role role, Organisation.Id id) {
        for (var seat : people.leaveAll(id))
            if (seat.subject() != null)
                for (var place : organisations.withPredecessors(id))
                    outbox.announce(
                            Announcement.left(
                                    place.value(),
                                    seat.subject(),
                                    seat.role(),
                                    outbox.stamp(role, organisations.nextVersion(place), null)));
    }

    /** So that other services, which know nothing of mergers, let them at what was the school's. */
    private void seatTheSuccessors(Role role, Organisation.Id merged, Organisation.Id into) {
        for (var seat : people.announcedAt(into))
            if (seat.subject() != null)
                for (var place : organisations.withPredecessors(into))
                    if (place.equals(merged) || organisations.get(place).successorId() != null)
                        outbox.announce(
                                Announcement.seated(
                                        place.value(),
                                        seat.subject(),
                                        seat.role(),
                                        outbox.stamp(
                                                role, organisations.nextVersion(place), null)));
    }

    private Organisation standing(Organisation.Id id, long seen) {
        var organisation = organisations.get(id);
        if (organisation.successorId() != null)
            throw new ChangeNotPossible("id", "该单位已并入其他单位，不能再变更。");
        StaleVersion.unless(seen, organisation.version());
        return organisation;
    }

    private String nameOf(Organisation.@org.jspecify.annotations.Nullable Id id) {
        return id == null ? "" : organisations.get(id).name();
    }

    private void announce(Role role, Organisation organisation) {
        outbox.announce(
                Announcement.registered(
                        organisation, outbox.stamp(role, organisation.version(), null)));
    }

    private void record(Actor actor, Role role, String action, Organisation.Id id) {
        audit.record(actor, role, Deed.of(action, "organisation", id.value(), null));
    }
}

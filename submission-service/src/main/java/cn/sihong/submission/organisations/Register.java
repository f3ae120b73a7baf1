package cn.sihong.submission.organisations;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.workbook.Fault;
import cn.sihong.platform.workbook.InvalidWorkbook;
import cn.sihong.platform.workbook.Layout;
import cn.sihong.platform.workbook.Line;
import cn.sihong.submission.organisations.OrganisationChanges.Kind;
import cn.sihong.submission.organisations.Registration.Member;
import cn.sihong.submission.organisations.workbook.OrganisationSheets;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a workbook into the tree: whole or not at all, and only what differs. */
@Component
class Register {

    private final Organisations organisations;
    private final OrganisationChanges changes;
    private final People people;
    private final PartyOrganisations partyOrganisations;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;

    Register(
            Organisations organisations,
            OrganisationChanges changes,
            People people,
            PartyOrganisations partyOrganisations,
            Outbox outbox,
            Audit audit,
            Clock clock) {
        this.organisations = organisations;
        this.changes = changes;
        this.people = people;
        this.partyOrganisations = partyOrganisations;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** How much the workbook holds. */
    record Count(int organisations, int people, int party) {}

    /** What an import would do, without doing it. */
    @Transactional(readOnly = true)
    public Count check(Map<Layout, List<Line>> filled) {
        return count(registration(filled));
    }

    /** One import at a time: two would read the same tree and write two. */
    @Transactional
    public Count take(Actor actor, Role role, Map<Layout, List<Line>> filled) {
        organisations.lock();
        var registration = registration(filled);
        put(actor, role, registration.organisations());
        for (var member : registration.people()) put(role, member);
        for (var party : registration.party()) partyOrganisations.put(party);
        var count = count(registration);
        audit.record(
                actor,
                role,
                new Deed(
                        "organisations.import",
                        "organisations",
                        "workbook",
                        null,
                        count.toString()));
        return count;
    }

    private Registration registration(Map<Layout, List<Line>> filled) {
        var faults = new ArrayList<Fault>();
        var tree =
                new TreeCheck(
                        organisations.all(),
                        lines(filled, OrganisationSheets.ORGANISATIONS),
                        faults);
        var members = new PeopleCheck(tree, lines(filled, OrganisationSheets.PEOPLE), faults);
        var usernames = new HashSet<>(people.usernames());
        for (var line : lines(filled, OrganisationSheets.PEOPLE)) usernames.add(line.in("用户名"));
        var party =
                new PartyCheck(
                        tree,
                        usernames,
                        partyOrganisations.all(),
                        lines(filled, OrganisationSheets.PARTY),
                        faults);
        tree.check();
        members.check();
        party.check();
        if (!faults.isEmpty()) throw new InvalidWorkbook(faults);
        return new Registration(tree.organisations(), members.people(), party.organisations());
    }

    private static List<Line> lines(Map<Layout, List<Line>> filled, Layout layout) {
        return Objects.requireNonNull(filled.get(layout));
    }

    private static Count count(Registration registration) {
        return new Count(
                registration.organisations().size(),
                registration.people().size(),
                registration.party().size());
    }

    private void put(Actor actor, Role role, List<Organisation> all) {
        var names = new HashMap<Organisation.Id, String>();
        for (var known : organisations.all()) names.put(known.id(), known.name());
        for (var changed : organisations.putAll(all)) {
            var before = names.get(changed.id());
            if (before != null && !before.equals(changed.name()))
                changes.add(
                        actor,
                        changed.id(),
                        Kind.RENAMED,
                        before,
                        changed.name(),
                        "导入",
                        clock.instant());
            outbox.announce(
                    Announcement.registered(changed, outbox.stamp(role, changed.version(), null)));
        }
    }

    private void put(Role role, Member member) {
        for (var gone : people.put(member))
            for (var place : organisations.withPredecessors(gone.organisation()))
                outbox.announce(
                        Announcement.left(
                                place.value(),
                                people.subjectOf(member.username()),
                                gone.role(),
                                outbox.stamp(role, organisations.nextVersion(place), null)));
    }
}

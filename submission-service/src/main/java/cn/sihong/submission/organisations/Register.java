package cn.sihong.submission.organisations;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.submission.organisations.Registration.Member;
import cn.sihong.submission.organisations.workbook.Fault;
import cn.sihong.submission.organisations.workbook.InvalidWorkbook;
import cn.sihong.submission.organisations.workbook.Layout;
import cn.sihong.submission.organisations.workbook.Line;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Takes a workbook into the tree: whole or not at all, and only what differs. */
@Component
class Register {

    private final Organisations organisations;
    private final People people;
    private final Outbox outbox;
    private final Audit audit;

    Register(Organisations organisations, People people, Outbox outbox, Audit audit) {
        this.organisations = organisations;
        this.people = people;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** How much the workbook holds. */
    record Count(int organisations, int people) {}

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
        for (var organisation : registration.organisations()) put(role, organisation);
        for (var member : registration.people()) put(role, member);
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
        var tree = new TreeCheck(organisations.all(), lines(filled, Layout.ORGANISATIONS), faults);
        var members = new PeopleCheck(tree, lines(filled, Layout.PEOPLE), faults);
        tree.check();
        members.check();
        if (!faults.isEmpty()) throw new InvalidWorkbook(faults);
        return new Registration(tree.organisations(), members.people());
    }

    private static List<Line> lines(Map<Layout, List<Line>> filled, Layout layout) {
        return Objects.requireNonNull(filled.get(layout));
    }

    private static Count count(Registration registration) {
        return new Count(registration.organisations().size(), registration.people().size());
    }

    private void put(Role role, Organisation organisation) {
        organisations
                .put(organisation)
                .ifPresent(changed ->
                        outbox.announce(
                                Announcement.registered(
                                        changed, outbox.stamp(role, changed.version(), null))));
    }

    private void put(Role role, Member member) {
        for (var gone : people.put(member)) {
            var organisation = gone.organisation();
            outbox.announce(
                    Announcement.left(
                            organisation.value(),
                            people.subjectOf(member.username()),
                            gone.role(),
                            outbox.stamp(role, organisations.nextVersion(organisation), null)));
        }
    }
}

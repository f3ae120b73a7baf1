package cn.sihong.submission.organisations;

import cn.sihong.platform.outbox.Outbox;
import cn.sihong.submission.organisations.People.Waiting;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** Tells others who sits where, as soon as Keycloak's id of the person is known. */
@Component
class SeatAnnouncement {

    private final People people;
    private final Organisations organisations;
    private final Outbox outbox;

    SeatAnnouncement(People people, Organisations organisations, Outbox outbox) {
        this.people = people;
        this.organisations = organisations;
        this.outbox = outbox;
    }

    @Transactional
    public void announce(Waiting opened, UUID subject) {
        people.ready(opened.username(), subject, opened.roles());
        for (var seat : people.announce(opened.username(), opened.roles())) {
            var seated = new Organisation.Id(seat.organisationId());
            for (var place : organisations.withPredecessors(seated)) {
                var stamp = outbox.systemStamp(organisations.nextVersion(place), null);
                outbox.announce(Announcement.seated(place.value(), subject, seat.role(), stamp));
            }
        }
    }
}

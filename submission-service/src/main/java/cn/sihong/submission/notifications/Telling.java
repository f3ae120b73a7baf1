package cn.sihong.submission.notifications;

import cn.sihong.contracts.NotificationEvent.Requested;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.notifications.Notifications.Message;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Seats;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Optional;

/** Finds the people a request is for, and tells each of them once. */
@Component
class Telling {

    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final Templates templates;
    private final Notifications notifications;
    private final Seats seats;
    private final Clock clock;

    Telling(Templates templates, Notifications notifications, Seats seats, Clock clock) {
        this.templates = templates;
        this.notifications = notifications;
        this.seats = seats;
        this.clock = clock;
    }

    /** One person, the people in a seat, or the bureau's people in a role; late is never. */
    void tell(Requested requested) {
        var now = clock.instant();
        var due = requested.due();
        if (due != null && due.isBefore(now)) return;
        var message =
                new Message(
                        requested.notificationId(),
                        requested.template(),
                        templates.forCode(requested.template()).with(requested.values()),
                        requested.link(),
                        due);
        var subject = requested.subject();
        if (subject != null) {
            notifications.tell(subject, message, now);
            return;
        }
        var role = Optional.ofNullable(requested.toRole()).flatMap(Role::of);
        var organisation = requested.organisationId();
        if (role.isEmpty()) LOG.warn("A notification {} is for nobody", requested.notificationId());
        else if (organisation == null) notifications.tell(role.get(), message, now);
        else
            for (var seated : seats.subjectsAt(new Organisation.Id(organisation), role.get()))
                notifications.tell(seated, message, now);
    }
}

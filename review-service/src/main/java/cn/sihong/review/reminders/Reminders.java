package cn.sihong.review.reminders;

import cn.sihong.contracts.NotificationEvent;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.review.reminders.Occasion.Addressee;
import cn.sihong.review.reminders.Occasion.Addressee.Bureau;
import cn.sihong.review.reminders.Occasion.Addressee.SeatOf;
import cn.sihong.review.reminders.Occasion.Addressee.Somebody;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Requests notifications in the transaction of what they are about. */
@Component
public class Reminders {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    Reminders(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /**
     * Asks once for each occasion, however often it is called.
     *
     * @return whether this was the first time
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean request(Occasion occasion) {
        var id = idOf(occasion);
        boolean first =
                jdbc.sql(
                                        "insert into reminders (id, template, about) values (?, ?, ?) on conflict do nothing")
                                .params(id, occasion.template(), occasion.about())
                                .update()
                        == 1;
        if (first) outbox.announce(event(id, occasion));
        return first;
    }

    private NotificationEvent event(UUID id, Occasion occasion) {
        var to = occasion.to();
        return new NotificationEvent.Requested(
                outbox.systemStamp(1, occasion.programmeId()),
                id,
                occasion.template(),
                to instanceof SeatOf seat ? seat.organisation() : null,
                switch (to) {
                    case SeatOf seat -> seat.role().wireName();
                    case Bureau bureau -> bureau.role().wireName();
                    case Somebody _ -> null;
                },
                to instanceof Somebody one ? one.subject() : null,
                occasion.values(),
                occasion.link(),
                occasion.due());
    }

    /** The same for the same occasion, whoever computes it. */
    private static UUID idOf(Occasion occasion) {
        var name =
                String.join(
                        "/",
                        occasion.template(),
                        occasion.about().toString(),
                        occasion.which(),
                        addressee(occasion.to()));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String addressee(Addressee to) {
        return switch (to) {
            case SeatOf(var organisation, var role) -> organisation + ":" + role.wireName();
            case Bureau(var role) -> "bureau:" + role.wireName();
            case Somebody(var subject) -> subject.toString();
        };
    }
}

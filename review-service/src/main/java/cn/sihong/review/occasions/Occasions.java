package cn.sihong.review.occasions;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sihong.contracts.NotificationEvent;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/** Asks for notifications, each once. */
@Repository
public class Occasions {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /**
     * Something that people should be told of.
     *
     * @param key the same for the same occasion
     * @param template which text, {@code review.sheets-due-soon}
     * @param organisation whose people; absent for those of the bureau
     * @param to which of them
     * @param values public names and dates the text has places for
     * @param link the portal's page
     * @param until the last day on which it is of use; absent for always
     */
    public record Occasion(
            String key,
            UUID programmeId,
            String template,
            @Nullable UUID organisation,
            Role to,
            Map<String, String> values,
            String link,
            @Nullable LocalDate until) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Occasions(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether it was told of now, and not before. */
    public boolean tell(Occasion occasion) {
        var id = UUID.nameUUIDFromBytes(occasion.key().getBytes(UTF_8));
        boolean isNew =
                jdbc.sql("insert into told_occasions values (?, ?, ?) on conflict do nothing")
                                .params(id, occasion.template(), Timestamp.from(clock.instant()))
                                .update()
                        == 1;
        if (isNew)
            outbox.announce(
                    new NotificationEvent.Requested(
                            outbox.systemStamp(1, occasion.programmeId()),
                            id,
                            occasion.template(),
                            occasion.organisation(),
                            occasion.to().wireName(),
                            null,
                            occasion.values(),
                            occasion.link(),
                            endOf(occasion.until())));
        return isNew;
    }

    private static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1).atStartOfDay(BEIJING).toInstant();
    }
}

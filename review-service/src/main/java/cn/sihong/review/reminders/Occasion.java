package cn.sihong.review.reminders;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Role;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * A reason to tell somebody something.
 *
 * @param template which text, {@code review.finding-opened}
 * @param about the record it is about
 * @param which tells occasions of the same kind about the same record apart: a version, a term, a
 *     day; may be empty
 * @param to who should know
 * @param values public names and dates the text has places for
 * @param link the portal's page
 * @param due until when it is of use; absent for always
 */
public record Occasion(
        String template,
        UUID about,
        String which,
        @Nullable UUID programmeId,
        Addressee to,
        Map<String, String> values,
        String link,
        @Nullable Instant due) {

    public Occasion {
        values = Map.copyOf(values);
    }

    /** Until the end of a day. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(WorkingDays.BEIJING).toInstant();
    }

    /** Who should know. */
    public sealed interface Addressee {
        /** Those who hold a role at an organisation. */
        record SeatOf(UUID organisation, Role role) implements Addressee {}

        /** Those of the bureau in a role. */
        record Bureau(Role role) implements Addressee {}

        /** One person. */
        record Somebody(UUID subject) implements Addressee {}
    }
}

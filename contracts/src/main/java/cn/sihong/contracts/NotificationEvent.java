package cn.sihong.contracts;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * That somebody should be told something. submission-service knows who they are and tells each
 * once.
 */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        property = "type",
        defaultImpl = NotificationEvent.Unrecognised.class)
public sealed interface NotificationEvent extends Event {

    String TOPIC = "notifications";

    @Override
    default String topic() {
        return TOPIC;
    }

    /**
     * Somebody should be told.
     *
     * @param notificationId the same for the same occasion, so that it is told once however often
     *     it is asked for
     * @param template which text, {@code review.sheet-due}; its words are editable
     * @param organisationId whose people; absent for those of the bureau
     * @param toRole which of them, a role's wire name; absent where a subject is named
     * @param subject one person; absent where a role is named
     * @param values public names and dates the text has places for
     * @param link the portal's page, {@code /app/score-sheets/…}
     * @param due until when it is of use; absent for always
     */
    @JsonTypeName("notification.requested.v1")
    record Requested(
            Stamp stamp,
            UUID notificationId,
            String template,
            @Nullable UUID organisationId,
            @Nullable String toRole,
            @Nullable UUID subject,
            Map<String, String> values,
            String link,
            @Nullable Instant due)
            implements NotificationEvent {
        @Override
        public String key() {
            return notificationId.toString();
        }
    }

    /** An event of a type that this build does not know: counted, never fatal. */
    @JsonTypeName("notification.unrecognised")
    record Unrecognised(@Nullable Stamp stamp) implements NotificationEvent {
        public Unrecognised {
            if (stamp == null) stamp = Stamp.UNKNOWN;
        }

        @Override
        public String key() {
            return "";
        }
    }
}

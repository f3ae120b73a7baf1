package cn.sihong.award.notifications;

import cn.sihong.contracts.NotificationEvent;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** The secretaries of schools: who they are, submission-service knows, which tells them. */
@Component
public class Secretaries {

    private final Outbox outbox;

    Secretaries(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Asks that a school's secretary be told something, in the transaction of what happened.
     *
     * @param occasion what happened; told once however often it is asked for
     * @param values public names and dates the template has places for
     * @param link the portal's page
     */
    public void tell(
            UUID school,
            String template,
            String occasion,
            @Nullable UUID programme,
            Map<String, String> values,
            String link) {
        outbox.announce(
                new NotificationEvent.Requested(
                        outbox.systemStamp(1, programme),
                        UUID.nameUUIDFromBytes(occasion.getBytes(StandardCharsets.UTF_8)),
                        template,
                        school,
                        Role.SCHOOL_SECRETARY.wireName(),
                        null,
                        values,
                        link,
                        null));
    }
}

package cn.sihong.award.letters;

import cn.sihong.award.selection.ListAnnulled;
import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.SelectionLifecycle;
import cn.sihong.contracts.NotificationEvent;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Asks that schools be told of their letters: whether and where, never what is in them. */
@Component
class Telling {

    private final Letters letters;
    private final SelectionLifecycle selections;
    private final Outbox outbox;

    Telling(Letters letters, SelectionLifecycle selections, Outbox outbox) {
        this.letters = letters;
        this.selections = selections;
        this.outbox = outbox;
    }

    /** Once for each school, however many letters it got. */
    void released(Selection.Id selection, UUID programme, UUID school, LocalDate appealUntil) {
        request(
                "award.decisions-released",
                selection.value() + "/" + school,
                programme,
                school,
                Map.of("appealUntil", appealUntil.toString()));
    }

    void changed(Selection.Id selection, UUID programme, UUID school, UUID application) {
        request(
                "award.decision-changed",
                selection.value() + "/" + application,
                programme,
                school,
                Map.of());
    }

    /** Those who were told of a decision are told that it no longer holds. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ListAnnulled annulled) {
        var id = annulled.selection();
        var programme = selections.get(id).entry().programmeId();
        for (var school : letters.addressees(id))
            request(
                    "award.list-annulled",
                    id.value() + "/" + school,
                    programme,
                    school,
                    Map.of("reason", annulled.reason()));
    }

    private void request(
            String template,
            String occasion,
            UUID programme,
            UUID school,
            Map<String, String> values) {
        outbox.announce(
                new NotificationEvent.Requested(
                        outbox.systemStamp(1, programme),
                        UUID.nameUUIDFromBytes(
                                (template + "/" + occasion).getBytes(StandardCharsets.UTF_8)),
                        template,
                        school,
                        Role.SCHOOL_SECRETARY.wireName(),
                        null,
                        values,
                        "/app/letters?programme=" + programme,
                        null));
    }
}

package cn.sihong.award.letters;

import cn.sihong.award.notifications.Secretaries;
import cn.sihong.award.selection.ListAnnulled;
import cn.sihong.award.selection.Selection;
import cn.sihong.award.selection.SelectionLifecycle;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Asks that schools be told of their letters: whether and where, never what is in them. */
@Component
class Telling {

    private final Letters letters;
    private final SelectionLifecycle selections;
    private final Secretaries secretaries;

    Telling(Letters letters, SelectionLifecycle selections, Secretaries secretaries) {
        this.letters = letters;
        this.selections = selections;
        this.secretaries = secretaries;
    }

    /** Once for each school, however many letters it got. */
    void released(Selection.Id selection, UUID programme, UUID school, LocalDate appealUntil) {
        tell(
                "award.decisions-released",
                selection.value() + "/" + school,
                programme,
                school,
                Map.of("appealUntil", appealUntil.toString()));
    }

    void changed(Selection.Id selection, UUID programme, UUID school, UUID application) {
        tell(
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
            tell(
                    "award.list-annulled",
                    id.value() + "/" + school,
                    programme,
                    school,
                    Map.of("reason", annulled.reason()));
    }

    private void tell(
            String template,
            String occasion,
            UUID programme,
            UUID school,
            Map<String, String> values) {
        secretaries.tell(
                school,
                template,
                template + "/" + occasion,
                programme,
                values,
                "/app/letters?programme=" + programme);
    }
}

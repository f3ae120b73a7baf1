package cn.sihong.submission.applications;

import cn.sihong.contracts.ApplicationEvent.BlindText;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.submission.organisations.Organisations;

import org.springframework.stereotype.Component;

import java.util.List;

/** The one way from a state that was just written to those who are told of it. */
@Component
class Announcer {

    private final Forms forms;
    private final Organisations organisations;
    private final Outbox outbox;

    Announcer(Forms forms, Organisations organisations, Outbox outbox) {
        this.forms = forms;
        this.organisations = organisations;
        this.outbox = outbox;
    }

    /**
     * Tells whoever listens, in the transaction of the move.
     *
     * @param role in which it was made
     */
    void announce(Application saved, Role role) {
        var entry = saved.entry();
        var stamp = outbox.stamp(role, entry.version(), entry.programme().value());
        Announcement.of(saved, stamp, () -> texts(saved)).ifPresent(outbox::announce);
    }

    /** Nobody is to learn from a text which school it comes from, or which unit. */
    private List<BlindText> texts(Application application) {
        var entry = application.entry();
        var form = forms.get(entry.category(), entry.form());
        var places =
                List.of(
                        organisations.get(entry.school()).name(),
                        organisations.get(entry.unit()).name());
        return new BlindTexts(form, application.content()).without(places);
    }
}

package cn.sihong.submission.applications;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The party office asks something new, or no longer; a programme says by which edition. */
@Component
class FormLifecycle {

    private final Forms forms;
    private final Audit audit;

    FormLifecycle(Forms forms, Audit audit) {
        this.forms = forms;
        this.audit = audit;
    }

    @Transactional
    Form add(Form form, Actor actor) {
        Soundness.check(form);
        forms.add(form);
        var id = "%s/%d".formatted(form.category(), form.version());
        audit.record(
                actor,
                Role.PARTY_OFFICE,
                new Deed("application-form.add", "application-form", id, null, null));
        return form;
    }
}

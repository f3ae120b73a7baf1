package cn.sihong.award.notices;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.StaleVersion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The editions of the template; the last one counts. */
@Repository
class NoticeTemplates {

    private final JdbcClient jdbc;
    private final Audit audit;

    NoticeTemplates(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public NoticeTemplate current() {
        return jdbc.sql("select edition, body from notice_templates order by edition desc limit 1")
                .query((row, n) -> new NoticeTemplate(row.getInt("edition"), row.getString("body")))
                .optional()
                .orElse(NoticeTemplate.FIRST);
    }

    /** Replaces the edition that was seen; notices already drafted keep their words. */
    @Transactional
    public NoticeTemplate replace(int seen, String body, Actor actor) {
        StaleVersion.unless(seen, current().edition());
        var next = new NoticeTemplate(seen + 1, body);
        next.requireUsable();
        int added =
                jdbc.sql(
                                """
                                insert into notice_templates (edition, body, written_by) values (?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(next.edition(), body, actor.subject())
                        .update();
        if (added == 0) throw new StaleVersion();
        audit.record(
                actor,
                Role.PARTY_OFFICE,
                new Deed(
                        "notice-template.replace",
                        "notice-template",
                        "" + next.edition(),
                        null,
                        null));
        return next;
    }
}

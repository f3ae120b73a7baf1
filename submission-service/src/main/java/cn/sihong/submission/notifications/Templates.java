package cn.sihong.submission.notifications;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.StaleVersion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The words, as the party office wants them. */
@Repository
class Templates {

    private final JdbcClient jdbc;
    private final Audit audit;

    Templates(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    List<Template> all() {
        return jdbc.sql("select * from notification_templates order by code")
                .query(Templates::template)
                .list();
    }

    /** The template of this code, or the plain one. */
    Template forCode(String code) {
        return find(code).or(() -> find(Template.PLAIN)).orElseThrow();
    }

    /** Changes the words; the first editor to save wins, the second is told. */
    @Transactional
    Template edit(Actor actor, String code, String title, String body, long seen) {
        var changed =
                jdbc.sql(
                                """
                                update notification_templates
                                set title = ?, body = ?, version = version + 1
                                where code = ? and version = ? returning *
                                """)
                        .params(title, body, code, seen)
                        .query(Templates::template)
                        .optional();
        if (changed.isEmpty()) {
            if (find(code).isEmpty()) throw new NoSuchTemplate();
            throw new StaleVersion();
        }
        audit.record(
                actor, Role.PARTY_OFFICE, new Deed("template.edit", "template", code, null, title));
        return changed.get();
    }

    private Optional<Template> find(String code) {
        return jdbc.sql("select * from notification_templates where code = ?")
                .param(code)
                .query(Templates::template)
                .optional();
    }

    private static Template template(ResultSet row, int n) throws SQLException {
        return new Template(
                row.getString("code"),
                row.getString("title"),
                row.getString("body"),
                row.getLong("version"));
    }
}

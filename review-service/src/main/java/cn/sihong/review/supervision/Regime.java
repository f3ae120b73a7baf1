package cn.sihong.review.supervision;

import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.register.Programmes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The supervision regime (调研督查制度, R34): the yearly list, and how early schools are told. */
@Component
class Regime {

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final Audit audit;

    Regime(JdbcClient jdbc, Programmes programmes, Audit audit) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.audit = audit;
    }

    /** Puts an item on the list; the same call again finds what it made. */
    @Transactional
    public ListItem list(ListItem item, Actor actor) {
        int added =
                jdbc.sql(
                                """
                                insert into supervision_list_items (id, year, number, title, document)
                                values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                item.id(),
                                item.year(),
                                item.number(),
                                item.title(),
                                item.document())
                        .update();
        if (added == 0 && find(item.id()).filter(item::equals).isEmpty())
            throw new AlreadyDone("登记该年度的这个清单编号");
        if (added == 1)
            audit.record(
                    actor,
                    PARTY_OFFICE,
                    Deed.of("supervision.list", "supervision-list-item", item.id(), null));
        return item;
    }

    @Transactional(readOnly = true)
    public List<ListItem> items(int year) {
        return jdbc.sql("select * from supervision_list_items where year = ? order by number")
                .param(year)
                .query((row, n) -> item(row))
                .list();
    }

    Optional<ListItem> find(UUID id) {
        return jdbc.sql("select * from supervision_list_items where id = ?")
                .param(id)
                .query((row, n) -> item(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public Rule of(UUID programme) {
        return ruleOf(programme);
    }

    /** The Party group lets schools be told earlier or later than usual, and says why. */
    @Transactional
    public Rule change(UUID programme, long seen, int noticeDays, String reason, Actor actor) {
        programmes.get(programme).requireNotClosed();
        StaleVersion.unless(seen, ruleOf(programme).version());
        int changed =
                jdbc.sql(
                                """
                                insert into supervision_rules (programme_id, notice_days, reason) values (?, ?, ?)
                                on conflict (programme_id) do update
                                set notice_days = excluded.notice_days, reason = excluded.reason,
                                    version = supervision_rules.version + 1
                                where supervision_rules.version = ?
                                """)
                        .params(programme, noticeDays, reason, seen)
                        .update();
        if (changed == 0) throw new StaleVersion();
        audit.record(
                actor,
                PARTY_GROUP_MEMBER,
                Deed.of("supervision.rule", "programme", programme, programme)
                        .saying("%d days".formatted(noticeDays)));
        return ruleOf(programme);
    }

    private Rule ruleOf(UUID programme) {
        return jdbc.sql(
                        "select notice_days, reason, version from supervision_rules where programme_id = ?")
                .param(programme)
                .query(Rule.class)
                .optional()
                .orElse(Rule.USUAL);
    }

    private static ListItem item(ResultSet row) throws SQLException {
        return new ListItem(
                row.getObject("id", UUID.class),
                row.getInt("year"),
                row.getString("number"),
                row.getString("title"),
                row.getString("document"));
    }
}

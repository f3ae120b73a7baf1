package cn.sihong.award.selection;

import cn.sihong.award.ranking.PackageText;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What freezing, voting and proposing left: the result package, the order of the tied, the proposed
 * list. Written once each; the service's database role cannot change or delete them.
 */
@Repository
class Packages {

    private final JdbcClient jdbc;

    Packages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Selection.Id selection, PackageText text) {
        jdbc.sql("insert into result_packages (selection_id, body, hash) values (?, ?, ?)")
                .params(selection.value(), text.json(), text.hash())
                .update();
    }

    PackageText get(Selection.Id selection) {
        return new PackageText(
                jdbc.sql("select body from result_packages where selection_id = ?")
                        .param(selection.value())
                        .query(String.class)
                        .single());
    }

    void keepOrders(Selection.Id selection, Map<String, List<UUID>> orders) {
        orders.forEach((category, order) -> {
            for (int position = 0; position < order.size(); position++)
                jdbc.sql(
                                """
                                insert into tie_orders (selection_id, category, position, application_id)
                                values (?, ?, ?, ?)
                                """)
                        .params(selection.value(), category, position, order.get(position))
                        .update();
        });
    }

    /** By category, as the vote named them. */
    Map<String, List<UUID>> orders(Selection.Id selection) {
        var orders = new LinkedHashMap<String, List<UUID>>();
        jdbc.sql(
                        """
                        select category, application_id from tie_orders
                        where selection_id = ? order by category, position
                        """)
                .param(selection.value())
                .query(row -> {
                    orders.computeIfAbsent(row.getString("category"), category -> new ArrayList<>())
                            .add(row.getObject("application_id", UUID.class));
                });
        return orders;
    }

    void keepWinners(Selection.Id selection, List<Winner> winners) {
        for (var winner : winners)
            jdbc.sql(
                            """
                            insert into winners (selection_id, application_id, category, category_name,
                                place, title, summary, school_id, school_name, unit_id)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            selection.value(),
                            winner.applicationId(),
                            winner.category(),
                            winner.categoryName(),
                            winner.place(),
                            winner.title(),
                            winner.summary(),
                            winner.schoolId(),
                            winner.schoolName(),
                            winner.unitId())
                    .update();
    }

    void keepProposer(Selection.Id selection, UUID by, Instant at) {
        jdbc.sql("insert into proposals values (?, ?, ?)")
                .params(selection.value(), by, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    UUID proposer(Selection.Id selection) {
        return jdbc.sql("select proposed_by from proposals where selection_id = ?")
                .param(selection.value())
                .query((row, n) -> row.getObject("proposed_by", UUID.class))
                .single();
    }

    void keepRelease(Selection.Id selection, ProposedList list, UUID by, Instant at) {
        jdbc.sql("insert into releases values (?, ?, ?, ?, ?, ?)")
                .params(
                        selection.value(),
                        list.hash(),
                        list.decisions(),
                        list.winners().size(),
                        by,
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who fell out of the list by a later decision, and why. */
    Map<UUID, String> reasons(Selection.Id selection) {
        var reasons = new LinkedHashMap<UUID, String>();
        jdbc.sql("select gone, reason from replacements where selection_id = ?")
                .param(selection.value())
                .query(row -> {
                    reasons.put(row.getObject("gone", UUID.class), row.getString("reason"));
                });
        return reasons;
    }

    /** Refuses a list with somebody on it whose school took the application back. */
    void requireNoneWithdrawn(Selection.Id selection) {
        var withdrawn =
                jdbc.sql(
                                """
                                select title from standing_winners w where selection_id = ?
                                  and exists (select from withdrawn_applications a
                                              where a.application_id = w.application_id)
                                order by sequence
                                """)
                        .param(selection.value())
                        .query((row, n) -> row.getString("title"))
                        .list();
        if (!withdrawn.isEmpty()) throw new WinnerWithdrawn(withdrawn);
    }

    /** The list as it stands, by category and place; who came in later last. */
    List<Winner> winners(Selection.Id selection) {
        return jdbc.sql(
                        """
                        select * from standing_winners where selection_id = ? order by sequence
                        """)
                .param(selection.value())
                .query((row, n) ->
                        new Winner(
                                row.getObject("application_id", UUID.class),
                                row.getString("category"),
                                row.getString("category_name"),
                                row.getInt("place"),
                                row.getString("title"),
                                row.getString("summary"),
                                row.getObject("school_id", UUID.class),
                                row.getString("school_name"),
                                row.getObject("unit_id", UUID.class)))
                .list();
    }
}

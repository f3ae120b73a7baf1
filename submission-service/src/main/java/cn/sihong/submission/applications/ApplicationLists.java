package cn.sihong.submission.applications;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.programmes.Category;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What people see of applications: SQL straight to what is shown. A school sees its own; its unit
 * and the bureau see them too once they have been submitted. That is said here, and row security
 * says it again.
 */
@Component
@Transactional(readOnly = true)
class ApplicationLists {

    private static final Role[] BUREAU = {
        Role.PARTY_OFFICE, Role.PARTY_GROUP_MEMBER, Role.DISCIPLINE, Role.ARCHIVIST, Role.AUDITOR
    };

    private static final String MAY_SEE =
            """
            (a.school_id = any (:mine) or ((:bureau or a.unit_id = any (:mine)) and a.state <> 'DRAFT'))
            """;

    private static final String SHOWN =
            """
            a.id, a.programme_id, a.school_id, a.unit_id, a.category, a.title, a.state, a.rank, a.number, a.changed_at, a.version\
            """;

    private static final String HAS_THE_WORDS =
            """
            (strpos(lower(a.title), :words) > 0 or strpos(lower(a.number), :words) > 0
             or a.school_id in (select s.id from organisations s where strpos(lower(s.name), :words) > 0))\
            """;

    private static final String NO_DRAFT = "a.state <> 'DRAFT'";

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Seats seats;

    ApplicationLists(JdbcClient jdbc, Applications applications, Seats seats) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.seats = seats;
    }

    /**
     * What a list is narrowed to; an empty part narrows nothing.
     *
     * @param words looked for in the name, the number and the school's name, in small letters or
     *     capitals
     */
    record Filter(
            @Nullable UUID programme,
            @Nullable State state,
            @Nullable Category category,
            @Nullable UUID school,
            @Nullable String words) {

        private @Nullable String wanted() {
            return words == null || words.isBlank() ? null : words.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** One line of a list. */
    record Card(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            String schoolName,
            UUID unitId,
            Category category,
            String title,
            State state,
            @Nullable Integer rank,
            @Nullable String number,
            Instant changedAt,
            long version) {}

    /** One step of an application's way. */
    record Step(Instant at, String role, String action) {}

    Page<Card> page(Filter filter, PageRequest request, Actor actor) {
        var query = query(filter, request, actor);
        var rows = jdbc.sql(query.sql()).params(query.params()).query((row, n) -> card(row)).list();
        return Page.of(rows, request, card -> card.id().toString());
    }

    /** A list as the database is asked for it. */
    record Query(String sql, Map<String, Object> params) {}

    /**
     * Each seat is a door, as a school's and as a unit's, and the bureau has one to all. Behind
     * each door an index holds the rows in the list's order, and a page takes from each no more
     * than it needs: it costs the same however many there are. Only what narrows is written down,
     * so that the planner sees what it can use.
     */
    Query query(Filter filter, PageRequest request, Actor actor) {
        var params = new HashMap<String, Object>();
        params.put("limit", request.limitAndOne());
        params.put("mine", seats.organisationsOf(actor).toArray(UUID[]::new));
        var narrowed = narrowed(filter, request, params);
        var doors = new ArrayList<String>();
        doors.add(seatsDoor("a.school_id = seat.id", narrowed));
        doors.add(seatsDoor("a.unit_id = seat.id and " + NO_DRAFT, narrowed));
        if (actor.isAny(BUREAU)) doors.add(door(NO_DRAFT, narrowed));
        return new Query(list(String.join(" union ", doors)), params);
    }

    private static String list(String doors) {
        return """
        select a.*, o.name as school_name
        from (%s) as a join organisations o on o.id = a.school_id order by a.id desc limit :limit
        """
                .formatted(doors);
    }

    private static String seatsDoor(String whose, String narrowed) {
        return """
        select behind.* from unnest(:mine::uuid[]) as seat (id) cross join lateral %s as behind
        """
                .formatted(door(whose, narrowed));
    }

    private static String door(String whose, String narrowed) {
        return """
        (select %s from applications a where %s%s order by a.id desc limit :limit)
        """
                .formatted(SHOWN, whose, narrowed);
    }

    private static String narrowed(Filter filter, PageRequest request, Map<String, Object> params) {
        var sql = new StringBuilder();
        narrow(sql, params, "programme", "a.programme_id = :programme", filter.programme());
        narrow(sql, params, "state", "a.state = :state", name(filter.state()));
        narrow(sql, params, "category", "a.category = :category", name(filter.category()));
        narrow(sql, params, "school", "a.school_id = :school", filter.school());
        narrow(sql, params, "words", HAS_THE_WORDS, filter.wanted());
        narrow(sql, params, "after", "a.id < :after", request.afterId().orElse(null));
        return sql.toString();
    }

    private static void narrow(
            StringBuilder sql,
            Map<String, Object> params,
            String name,
            String condition,
            @Nullable Object value) {
        if (value == null) return;
        sql.append(" and ").append(condition);
        params.put(name, value);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    Application show(Application.Id id, Actor actor) {
        mustSee(id, actor);
        return applications.get(id);
    }

    /** What is refused here is answered as if it did not exist. */
    private void mustSee(Application.Id id, Actor actor) {
        boolean seen =
                jdbc.sql(
                                "select exists (select from applications a where a.id = :id and %s)"
                                        .formatted(MAY_SEE))
                        .param("id", id.value())
                        .param("mine", seats.organisationsOf(actor).toArray(UUID[]::new))
                        .param("bureau", actor.isAny(BUREAU))
                        .query(Boolean.class)
                        .single();
        if (!seen) throw new NoSuchApplication();
    }

    /** The way of an application so far, from the audit trail: roles, never names. */
    List<Step> way(Application.Id id, Actor actor) {
        mustSee(id, actor);
        return jdbc.sql(
                        """
                        select at, role, action from audit
                        where about = 'application' and about_id = ? order by id
                        """)
                .param(id.value().toString())
                .query((row, n) ->
                        new Step(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("role"),
                                row.getString("action")))
                .list();
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                row.getObject("id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("school_id", UUID.class),
                row.getString("school_name"),
                row.getObject("unit_id", UUID.class),
                Category.valueOf(row.getString("category")),
                row.getString("title"),
                State.valueOf(row.getString("state")),
                row.getObject("rank", Integer.class),
                row.getString("number"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}

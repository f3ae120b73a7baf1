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
import java.util.List;
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

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Seats seats;

    ApplicationLists(JdbcClient jdbc, Applications applications, Seats seats) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.seats = seats;
    }

    /** What a list is narrowed to; an empty part narrows nothing. */
    record Filter(
            @Nullable UUID programme,
            @Nullable State state,
            @Nullable Category category,
            @Nullable UUID school) {}

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
        var rows =
                jdbc.sql(
                                """
                                select a.*, o.name as school_name
                                from applications a join organisations o on o.id = a.school_id
                                where %s
                                  and (:programme::uuid is null or a.programme_id = :programme)
                                  and (:state::text is null or a.state = :state)
                                  and (:category::text is null or a.category = :category)
                                  and (:school::uuid is null or a.school_id = :school)
                                  and (:after::uuid is null or a.id < :after)
                                order by a.id desc limit :limit
                                """
                                        .formatted(MAY_SEE))
                        .param("mine", seats.organisationsOf(actor).toArray(UUID[]::new))
                        .param("bureau", actor.isAny(BUREAU))
                        .param("programme", filter.programme())
                        .param("state", filter.state() == null ? null : filter.state().name())
                        .param(
                                "category",
                                filter.category() == null ? null : filter.category().name())
                        .param("school", filter.school())
                        .param("after", request.afterId().orElse(null))
                        .param("limit", request.limitAndOne())
                        .query((row, n) -> card(row))
                        .list();
        return Page.of(rows, request, card -> card.id().toString());
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

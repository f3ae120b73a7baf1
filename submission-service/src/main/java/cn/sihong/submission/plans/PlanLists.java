package cn.sihong.submission.plans;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.plans.Editions.Edition;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** What people see of plans: a school its own, its unit and the bureau once it was submitted. */
@Component
@Transactional(readOnly = true)
class PlanLists {

    private static final Role[] BUREAU = {
        Role.PARTY_OFFICE, Role.PARTY_GROUP_MEMBER, Role.DISCIPLINE, Role.ARCHIVIST, Role.AUDITOR
    };

    private static final String MAY_SEE =
            """
            (p.school_id = any (:mine) or ((:bureau or p.unit_id = any (:mine)) and p.state <> 'DRAFT'))
            """;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Editions editions;
    private final Seats seats;

    PlanLists(JdbcClient jdbc, Plans plans, Editions editions, Seats seats) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.editions = editions;
        this.seats = seats;
    }

    /** One line of a list. */
    record Card(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            String schoolName,
            UUID unitId,
            State state,
            String brandName,
            Instant changedAt,
            long version) {}

    Page<Card> page(
            @Nullable UUID programme, @Nullable State state, PageRequest request, Actor actor) {
        var rows =
                jdbc.sql(
                                """
                                select p.*, o.name as school_name, p.content ->> 'brandName' as brand_name
                                from plans p join organisations o on o.id = p.school_id
                                where %s
                                  and (:programme::uuid is null or p.programme_id = :programme)
                                  and (:state::text is null or p.state = :state)
                                  and (:after::uuid is null or p.id < :after)
                                order by p.id desc limit :limit
                                """
                                        .formatted(MAY_SEE))
                        .param("mine", seats.organisationsOf(actor).toArray(UUID[]::new))
                        .param("bureau", actor.isAny(BUREAU))
                        .param("programme", programme)
                        .param("state", state == null ? null : state.name())
                        .param("after", request.afterId().orElse(null))
                        .param("limit", request.limitAndOne())
                        .query((row, n) ->
                                new Card(
                                        row.getObject("id", UUID.class),
                                        row.getObject("programme_id", UUID.class),
                                        row.getObject("school_id", UUID.class),
                                        row.getString("school_name"),
                                        row.getObject("unit_id", UUID.class),
                                        State.valueOf(row.getString("state")),
                                        row.getString("brand_name"),
                                        row.getObject("changed_at", OffsetDateTime.class)
                                                .toInstant(),
                                        row.getLong("version")))
                        .list();
        return Page.of(rows, request, card -> card.id().toString());
    }

    SchoolPlan show(SchoolPlan.Id id, Actor actor) {
        mustSee(id, actor);
        return plans.get(id);
    }

    /** What it said each time it was submitted. */
    List<Edition> editions(SchoolPlan.Id id, Actor actor) {
        mustSee(id, actor);
        return editions.of(id);
    }

    /** What the actor may not see is answered as if it did not exist. */
    private void mustSee(SchoolPlan.Id id, Actor actor) {
        boolean seen =
                jdbc.sql(
                                "select exists (select from plans p where p.id = :id and %s)"
                                        .formatted(MAY_SEE))
                        .param("id", id.value())
                        .param("mine", seats.organisationsOf(actor).toArray(UUID[]::new))
                        .param("bureau", actor.isAny(BUREAU))
                        .query(Boolean.class)
                        .single();
        if (!seen) throw new NoSuchPlan();
    }
}

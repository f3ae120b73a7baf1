package cn.sihong.review.supervision;

import static cn.sihong.platform.keycloak.Role.ARCHIVIST;
import static cn.sihong.platform.keycloak.Role.AUDITOR;
import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.review.register.Seats;
import cn.sihong.review.supervision.Light.Colour;
import cn.sihong.review.supervision.Visit.CalledOff;
import cn.sihong.review.supervision.Visit.Held;
import cn.sihong.review.supervision.Visit.Observation;
import cn.sihong.review.supervision.Visit.Reported;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What people see of visits: a school its own, its unit too, the bureau all; the light first. */
@Component
@Transactional(readOnly = true)
class VisitViews {

    private static final Role[] BUREAU = {
        PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE, AUDITOR, ARCHIVIST
    };
    private static final Role[] SCHOOL = {Role.SCHOOL_SECRETARY, Role.INFO_OFFICER};
    private static final Role[] UNIT = {Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER};

    private final JdbcClient jdbc;
    private final Visits visits;
    private final Seats seats;
    private final Clock clock;

    VisitViews(JdbcClient jdbc, Visits visits, Seats seats, Clock clock) {
        this.jdbc = jdbc;
        this.visits = visits;
        this.seats = seats;
        this.clock = clock;
    }

    /** A line of the list. */
    record Line(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            @Nullable String schoolName,
            String itemNumber,
            String itemTitle,
            LocalDate on,
            State state,
            long version) {

        enum State {
            ANNOUNCED,
            HELD,
            REPORTED,
            CALLED_OFF
        }
    }

    /**
     * A visit with all that the reader may know of it.
     *
     * @param light absent while it is private to the school
     */
    record View(
            Line visit,
            LocalDate announcedOn,
            List<UUID> visitors,
            @Nullable Observation record,
            @Nullable String strengths,
            @Nullable String problems,
            @Nullable String reason,
            List<Advised> guidance,
            @Nullable Shown light) {}

    record Advised(
            UUID id,
            String text,
            LocalDate replyBy,
            boolean overdue,
            @Nullable String reply,
            @Nullable LocalDate repliedOn) {

        static Advised of(Guidance guidance, LocalDate today) {
            var reply = guidance.reply();
            return new Advised(
                    guidance.id(),
                    guidance.text(),
                    guidance.replyBy(),
                    guidance.isOverdueOn(today),
                    reply == null ? null : reply.text(),
                    reply == null ? null : reply.on());
        }
    }

    record Shown(
            Colour colour, String why, @Nullable String schoolWord, Instant bureauSeesItFrom) {}

    Page<Line> page(@Nullable UUID programme, PageRequest request, Actor actor) {
        var lines =
                jdbc.sql(
                                """
                                select v.*, o.name as school_name, i.number, i.title
                                from supervision_visits v
                                join supervision_list_items i on i.id = v.list_item_id
                                left join organisations o on o.id = v.school_id
                                where (:bureau or v.school_id = any (:schools) or v.unit_id = any (:units))
                                  and (:programme::uuid is null or v.programme_id = :programme)
                                  and (:after::uuid is null or v.id < :after)
                                order by v.id desc limit :limit
                                """)
                        .param("bureau", actor.isAny(BUREAU))
                        .param("schools", held(actor, SCHOOL).toArray(UUID[]::new))
                        .param("units", held(actor, UNIT).toArray(UUID[]::new))
                        .param("programme", programme)
                        .param("after", request.afterId().orElse(null))
                        .param("limit", request.limitAndOne())
                        .query(VisitViews::line)
                        .list();
        return Page.of(lines, request, line -> line.id().toString());
    }

    View show(UUID id, Actor actor) {
        var visit = visits.get(id);
        if (!maySee(visit, actor)) throw new NotYourUnit();
        var today = LocalDate.now(clock);
        return new View(
                line(id),
                visit.plan().announcedOn(),
                visit.plan().visitors().stream().sorted().toList(),
                record(visit),
                visit instanceof Reported it ? it.report().strengths() : null,
                visit instanceof Reported it ? it.report().problems() : null,
                visit instanceof CalledOff it ? it.reason() : null,
                visits.guidanceOf(id).stream().map(one -> Advised.of(one, today)).toList(),
                light(id, actor));
    }

    /** Row security keeps it from the bureau for 72 hours, and this from the unit for ever. */
    private @Nullable Shown light(UUID id, Actor actor) {
        return visits.light(id)
                .filter(light ->
                        actor.isAny(BUREAU)
                                ? !light.isPrivateAt(clock.instant())
                                : !held(actor, SCHOOL).isEmpty())
                .map(light ->
                        new Shown(light.colour(), light.why(), light.schoolWord(), light.opensAt()))
                .orElse(null);
    }

    private Line line(UUID id) {
        return jdbc.sql(
                        """
                        select v.*, o.name as school_name, i.number, i.title
                        from supervision_visits v
                        join supervision_list_items i on i.id = v.list_item_id
                        left join organisations o on o.id = v.school_id
                        where v.id = ?
                        """)
                .param(id)
                .query(VisitViews::line)
                .single();
    }

    private boolean maySee(Visit visit, Actor actor) {
        return actor.isAny(BUREAU)
                || held(actor, SCHOOL).contains(visit.plan().schoolId())
                || held(actor, UNIT).contains(visit.plan().unitId());
    }

    private Set<UUID> held(Actor actor, Role... roles) {
        var organisations = new HashSet<UUID>();
        for (var role : roles)
            if (actor.is(role)) organisations.addAll(seats.organisationsOf(actor.subject(), role));
        return organisations;
    }

    private static @Nullable Observation record(Visit visit) {
        return switch (visit) {
            case Visit.Announced _, CalledOff _ -> null;
            case Held held -> held.record();
            case Reported reported -> reported.record();
        };
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("school_id", UUID.class),
                row.getString("school_name"),
                row.getString("number"),
                row.getString("title"),
                row.getObject("visit_on", LocalDate.class),
                Line.State.valueOf(row.getString("state")),
                row.getLong("version"));
    }
}

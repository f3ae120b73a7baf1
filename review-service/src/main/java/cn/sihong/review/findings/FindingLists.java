package cn.sihong.review.findings;

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
import cn.sihong.review.findings.Finding.Settled;
import cn.sihong.review.findings.Findings.Move;
import cn.sihong.review.register.Seats;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What people see of findings. A school sees its own, its unit may follow them, a finder sees what
 * they found, the bureau sees all. Nobody sees who found it: a reviewer stays unknown.
 */
@Component
@Transactional(readOnly = true)
class FindingLists {

    private static final Role[] BUREAU = {
        PARTY_OFFICE, PARTY_GROUP_MEMBER, DISCIPLINE, AUDITOR, ARCHIVIST
    };
    private static final Role[] SCHOOL = {Role.SCHOOL_SECRETARY, Role.INFO_OFFICER};
    private static final Role[] UNIT = {Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER};

    private final JdbcClient jdbc;
    private final Findings findings;
    private final Seats seats;
    private final Clock clock;

    FindingLists(JdbcClient jdbc, Findings findings, Seats seats, Clock clock) {
        this.jdbc = jdbc;
        this.findings = findings;
        this.seats = seats;
        this.clock = clock;
    }

    /** What a list is narrowed to; an empty part narrows nothing. */
    record Filter(
            @Nullable UUID programme,
            @Nullable UUID school,
            @Nullable State state,
            @Nullable Source source) {}

    /**
     * One line of a list.
     *
     * @param mine whether the reader found it, and so verifies it
     */
    record Card(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            @Nullable String schoolName,
            Source source,
            Area area,
            TimeClass timeClass,
            String problem,
            State state,
            LocalDate dueOn,
            Warning warning,
            boolean mine,
            long version) {}

    /**
     * A finding with its way so far.
     *
     * @param answer the answer that stands
     * @param inTime whether that answer came by its last day
     * @param reason why it was opened again
     */
    record View(
            Card card,
            String advice,
            List<UUID> before,
            @Nullable Rectification answer,
            @Nullable LocalDate answeredOn,
            @Nullable Boolean inTime,
            @Nullable String reason,
            List<Step> steps) {}

    /** One step of the way: roles, never names. */
    record Step(
            Instant at,
            String role,
            Move move,
            String words,
            LocalDate dueOn,
            List<UUID> before,
            List<UUID> after) {}

    Page<Card> page(Filter filter, PageRequest request, Actor actor) {
        var cards =
                jdbc.sql(
                                """
                                select f.*, o.name as school_name
                                from findings f left join organisations o on o.id = f.school_id
                                where (:bureau or f.school_id = any (:schools) or f.unit_id = any (:units)
                                       or f.finder = :me)
                                  and (:programme::uuid is null or f.programme_id = :programme)
                                  and (:school::uuid is null or f.school_id = :school)
                                  and (:state::text is null or f.state = :state)
                                  and (:source::text is null or f.source = :source)
                                  and (:after::uuid is null or f.id < :after)
                                order by f.id desc limit :limit
                                """)
                        .param("bureau", actor.isAny(BUREAU))
                        .param("schools", held(actor, SCHOOL).toArray(UUID[]::new))
                        .param("units", held(actor, UNIT).toArray(UUID[]::new))
                        .param("me", actor.subject())
                        .param("programme", filter.programme())
                        .param("school", filter.school())
                        .param("state", filter.state() == null ? null : filter.state().name())
                        .param("source", filter.source() == null ? null : filter.source().name())
                        .param("after", request.afterId().orElse(null))
                        .param("limit", request.limitAndOne())
                        .query((row, n) -> card(row, actor))
                        .list();
        return Page.of(cards, request, card -> card.id().toString());
    }

    View show(UUID id, Actor actor) {
        var finding = findings.get(id);
        if (!maySee(finding, actor)) throw new NotYourUnit();
        var settled = finding instanceof Settled it ? it : null;
        return new View(
                jdbc.sql(
                                """
                                select f.*, o.name as school_name
                                from findings f left join organisations o on o.id = f.school_id
                                where f.id = ?
                                """)
                        .param(id)
                        .query((row, n) -> card(row, actor))
                        .single(),
                finding.matter().advice(),
                finding.matter().before(),
                settled == null ? null : rectification(settled),
                settled == null ? null : settled.answer().on(),
                settled == null ? null : settled.inTime(),
                finding instanceof Finding.Reopened reopened ? reopened.reason() : null,
                steps(id));
    }

    /** What a school's rectification says for the composite. */
    record Assessed(
            UUID programmeId,
            UUID schoolId,
            @Nullable String schoolName,
            int late,
            int overdue,
            long score) {}

    /** All for the bureau, their own for a school's people. */
    List<Assessed> assessments(UUID programme, Actor actor) {
        return jdbc.sql(
                        """
                        select a.*, o.name as school_name
                        from assessments a left join organisations o on o.id = a.school_id
                        where a.programme_id = :programme and (:bureau or a.school_id = any (:schools))
                        order by o.name, a.school_id
                        """)
                .param("programme", programme)
                .param("bureau", actor.isAny(BUREAU))
                .param("schools", held(actor, SCHOOL).toArray(UUID[]::new))
                .query((row, n) ->
                        new Assessed(
                                row.getObject("programme_id", UUID.class),
                                row.getObject("school_id", UUID.class),
                                row.getString("school_name"),
                                row.getInt("late"),
                                row.getInt("overdue"),
                                row.getLong("score")))
                .list();
    }

    private boolean maySee(Finding finding, Actor actor) {
        var entry = finding.entry();
        return actor.isAny(BUREAU)
                || entry.finder().subject().equals(actor.subject())
                || held(actor, SCHOOL).contains(entry.schoolId())
                || held(actor, UNIT).contains(entry.unitId());
    }

    private Set<UUID> held(Actor actor, Role... roles) {
        var organisations = new HashSet<UUID>();
        for (var role : roles)
            if (actor.is(role)) organisations.addAll(seats.organisationsOf(actor.subject(), role));
        return organisations;
    }

    private static Rectification rectification(Settled settled) {
        var answer = settled.answer();
        return new Rectification(
                answer.measures(),
                answer.leader(),
                answer.responsible(),
                answer.before(),
                answer.after());
    }

    private List<Step> steps(UUID id) {
        return jdbc.sql("select * from finding_steps where finding_id = ? order by version")
                .param(id)
                .query((row, n) ->
                        new Step(
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("role"),
                                Move.valueOf(row.getString("move")),
                                row.getString("words"),
                                row.getObject("due_on", LocalDate.class),
                                Findings.ids(row, "before"),
                                Findings.ids(row, "after")))
                .list();
    }

    private Card card(ResultSet row, Actor actor) throws SQLException {
        var finding = Findings.finding(row);
        var entry = finding.entry();
        return new Card(
                entry.id(),
                entry.programmeId(),
                entry.schoolId(),
                row.getString("school_name"),
                entry.source(),
                finding.matter().area(),
                finding.matter().timeClass(),
                finding.matter().problem(),
                State.of(finding),
                finding.term().dueOn(),
                finding.warningOn(LocalDate.now(clock)),
                entry.finder().subject().equals(actor.subject()),
                entry.version());
    }
}

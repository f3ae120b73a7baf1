package cn.sihong.award.tasks;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.PARTY_GROUP_MEMBER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The next step of each selection, told to whoever makes it. */
@Repository
class Tasks {

    /** Something to do, and where. */
    record Task(
            String kind,
            String title,
            UUID programmeId,
            UUID subjectId,
            String link,
            @Nullable LocalDate dueOn) {}

    private static final String NEXT_STEPS =
            """
            select 'selection' as kind, p.title, p.id as programme_id, coalesce(s.id, p.id) as subject_id,
                   coalesce(s.state, 'NONE') as state, s.adopted, n.state as notice, n.closes_on,
                   coalesce(n.closes_on, w.closes_on) as due_on
            from programmes p
            left join lateral (select * from selections where programme_id = p.id order by opened_at desc limit 1) s on true
            left join lateral (
                select state, closes_on from notices where selection_id = s.id
                order by case state when 'OPEN' then 0 when 'DRAFT' then 1 else 2 end, opens_on limit 1) n on true
            left join programme_windows w on w.programme_id = p.id and w.stage = 'SELECTION'
            where not exists (select from closed_programmes c where c.programme_id = p.id)
              and (s.id is not null or exists (select from closed_rounds r where r.programme_id = p.id))
            order by due_on, p.id
            """;

    private final JdbcClient jdbc;

    Tasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits for a discipline officer or for the Party group, and until when. */
    private static final String OBJECTIONS =
            """
            select o.id, o.programme_id, o.title, o.state,
                   case o.state when 'REGISTERED' then o.accept_by when 'ACCEPTED' then o.investigate_by end as due_on
            from objections o where o.state in (:states) order by due_on nulls last, o.sequence
            """;

    /**
     * A sustained objection whose subject still is on the list, a sustained appeal whose list still
     * stands.
     */
    private static final String NEW_DECISIONS =
            """
            select o.id, o.programme_id, o.title, o.kind
            from objections o join selections s on s.id = o.selection_id
            where o.sustained and s.state in ('PROPOSED', 'RELEASED', 'IN_NOTICE')
              and (o.kind <> 'OBJECTION'
                   or exists (select from standing_winners w
                              where w.selection_id = s.id and w.application_id = o.application_id))
            order by o.decided_on, o.sequence
            """;

    @Transactional(readOnly = true)
    public List<Task> of(Actor actor) {
        return Stream.of(objections(actor), newDecisions(actor), steps(actor))
                .flatMap(List::stream)
                .toList();
    }

    private List<Task> newDecisions(Actor actor) {
        if (!actor.is(PARTY_GROUP_MEMBER)) return List.of();
        return jdbc.sql(NEW_DECISIONS)
                .query((row, n) ->
                        new Task(
                                "new-decision",
                                (row.getString("kind").equals("OBJECTION")
                                                ? "异议成立，重新研究“%s”是否列入名单"
                                                : "复核成立，重新研究涉及“%s”的评选结果")
                                        .formatted(row.getString("title")),
                                row.getObject("programme_id", UUID.class),
                                row.getObject("id", UUID.class),
                                "/app/selection?programme="
                                        + row.getObject("programme_id", UUID.class),
                                null))
                .list();
    }

    private List<Task> objections(Actor actor) {
        var states = new ArrayList<String>();
        if (actor.is(DISCIPLINE)) states.addAll(List.of("REGISTERED", "ACCEPTED"));
        if (actor.is(PARTY_GROUP_MEMBER)) states.add("INVESTIGATED");
        if (states.isEmpty()) return List.of();
        return jdbc.sql(OBJECTIONS)
                .param("states", states)
                .query((row, n) ->
                        new Task(
                                "objection",
                                words(row.getString("state")).formatted(row.getString("title")),
                                row.getObject("programme_id", UUID.class),
                                row.getObject("id", UUID.class),
                                "/app/objections/" + row.getObject("id", UUID.class),
                                row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private static String words(String state) {
        return switch (state) {
            case "REGISTERED" -> "答复是否受理对“%s”的异议";
            case "ACCEPTED" -> "核查对“%s”的异议";
            default -> "对“%s”的异议作出决定";
        };
    }

    private List<Task> steps(Actor actor) {
        if (!actor.isAny(PARTY_OFFICE, PARTY_GROUP_MEMBER)) return List.of();
        return jdbc
                .sql(NEXT_STEPS)
                .query((row, n) -> Step.of(row).taskFor(actor, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What comes next, and whose turn it is. */
    private enum Step {
        OPEN("开始“%s”的评选", PARTY_OFFICE, "/app/selection"),
        FREEZE("核对并冻结“%s”的评选结果", PARTY_OFFICE, "/app/selection"),
        VOTE("登记“%s”评选结果的会议表决", PARTY_GROUP_MEMBER, "/app/selection"),
        PROPOSE("提出“%s”的拟表彰名单", PARTY_OFFICE, "/app/selection"),
        RELEASE("核对并发布“%s”的评选决定", PARTY_GROUP_MEMBER, "/app/selection"),
        PUBLISH("拟写“%s”的公示", PARTY_OFFICE, "/app/notices"),
        APPROVE("核对并发布“%s”的公示", PARTY_GROUP_MEMBER, "/app/notices"),
        CLOSE("“%s”的公示期满后办结公示", PARTY_OFFICE, "/app/notices"),
        COMMEND("印发“%s”的表彰决定", PARTY_OFFICE, "/app/honours"),
        NOTHING("", PARTY_OFFICE, "");

        private final String words;
        private final Role whose;
        private final String page;

        Step(String words, Role whose, String page) {
            this.words = words;
            this.whose = whose;
            this.page = page;
        }

        static Step of(ResultSet row) throws SQLException {
            return switch (row.getString("state")) {
                case "NONE" -> OPEN;
                case "OPEN" -> FREEZE;
                case "FROZEN" -> VOTE;
                case "DELIBERATED" -> row.getBoolean("adopted") ? PROPOSE : OPEN;
                case "PROPOSED" -> RELEASE;
                case "RELEASED" -> "DRAFT".equals(row.getString("notice")) ? APPROVE : PUBLISH;
                case "IN_NOTICE" -> inNotice(row.getString("notice"));
                case "ANNULLED" -> OPEN;
                default -> NOTHING;
            };
        }

        private static Step inNotice(@Nullable String notice) {
            return switch (notice) {
                case "OPEN" -> CLOSE;
                case "DRAFT" -> APPROVE;
                case null, default -> COMMEND;
            };
        }

        /** Nothing, where it is somebody else's turn. */
        Optional<Task> taskFor(Actor actor, ResultSet row) throws SQLException {
            if (this == NOTHING || !actor.is(whose)) return Optional.empty();
            var programme = row.getObject("programme_id", UUID.class);
            return Optional.of(
                    new Task(
                            row.getString("kind"),
                            words.formatted(row.getString("title")),
                            programme,
                            row.getObject("subject_id", UUID.class),
                            page + "?programme=" + programme,
                            row.getObject("due_on", LocalDate.class)));
        }
    }
}

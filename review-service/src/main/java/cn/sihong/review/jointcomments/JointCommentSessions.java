package cn.sihong.review.jointcomments;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.jointcomments.JointCommentSession.Comment;
import cn.sihong.review.jointcomments.JointCommentSession.Held;
import cn.sihong.review.jointcomments.JointCommentSession.Minuted;
import cn.sihong.review.jointcomments.JointCommentSession.Plan;
import cn.sihong.review.jointcomments.JointCommentSession.Planned;
import cn.sihong.review.jointcomments.JointCommentSession.Turn;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All sessions, their agendas and comments. */
@Repository
class JointCommentSessions {

    private final JdbcClient jdbc;

    JointCommentSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<JointCommentSession> find(UUID id) {
        return jdbc.sql("select * from comment_sessions where id = ?")
                .param(id)
                .query((row, n) -> session(row))
                .optional();
    }

    List<JointCommentSession> ofProgramme(UUID programme) {
        return jdbc.sql(
                        "select * from comment_sessions where programme_id = ? order by planned_on, id")
                .param(programme)
                .query((row, n) -> session(row))
                .list();
    }

    /** False if it is kept already. */
    boolean add(Planned session) {
        var plan = session.plan();
        boolean isNew =
                jdbc.sql(
                                        """
                                        insert into comment_sessions (id, programme_id, state, planned_on, venue)
                                        values (?, ?, 'PLANNED', ?, ?) on conflict (id) do nothing
                                        """)
                                .params(
                                        plan.id(),
                                        plan.programmeId(),
                                        plan.plannedOn(),
                                        plan.venue())
                                .update()
                        == 1;
        if (isNew) addAgenda(plan);
        return isNew;
    }

    /** The agenda may be another; comments on schools that are off it are no more. */
    void rearrange(Planned session) {
        var plan = session.plan();
        save(session);
        jdbc.sql("delete from comment_texts where session_id = ?").param(plan.id()).update();
        jdbc.sql("delete from comment_agenda where session_id = ?").param(plan.id()).update();
        addAgenda(plan);
    }

    void save(JointCommentSession session) {
        int saved =
                jdbc.sql(
                                """
                                update comment_sessions
                                set state = ?, planned_on = ?, venue = ?, held_on = ?, minutes = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .params(state(session), session.plan().plannedOn(), session.plan().venue())
                        .param(
                                switch (session) {
                                    case Planned _ -> null;
                                    case Held it -> it.heldOn();
                                    case Minuted it -> it.heldOn();
                                })
                        .param(session instanceof Minuted it ? it.minutes() : null)
                        .params(session.plan().id(), session.version() - 1)
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    void write(UUID session, Comment comment) {
        jdbc.sql(
                        """
                        insert into comment_texts values (?, ?, ?, ?, ?)
                        on conflict (session_id, school_id) do update
                        set strengths = excluded.strengths, problems = excluded.problems, advice = excluded.advice
                        """)
                .params(session, comment.schoolId(), comment.strengths(), comment.problems())
                .param(comment.advice())
                .update();
    }

    /** As far as the reader's eyes reach. */
    List<Comment> comments(UUID session) {
        return jdbc.sql(
                        """
                        select t.* from comment_texts t
                        join comment_agenda a on a.session_id = t.session_id and a.school_id = t.school_id
                        where t.session_id = ? order by a.place
                        """)
                .param(session)
                .query((row, n) ->
                        new Comment(
                                row.getObject("school_id", UUID.class),
                                row.getString("strengths"),
                                row.getString("problems"),
                                row.getString("advice")))
                .list();
    }

    static String state(JointCommentSession session) {
        return switch (session) {
            case Planned _ -> "PLANNED";
            case Held _ -> "HELD";
            case Minuted _ -> "MINUTED";
        };
    }

    private void addAgenda(Plan plan) {
        int place = 0;
        for (var turn : plan.agenda())
            jdbc.sql("insert into comment_agenda values (?, ?, ?, ?)")
                    .params(plan.id(), ++place, turn.schoolId(), turn.minutes())
                    .update();
    }

    private JointCommentSession session(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var plan =
                new Plan(
                        id,
                        row.getObject("programme_id", UUID.class),
                        row.getObject("planned_on", LocalDate.class),
                        row.getString("venue"),
                        agenda(id));
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "PLANNED" -> new Planned(plan, version);
            case "HELD" -> new Held(plan, version, row.getObject("held_on", LocalDate.class));
            case "MINUTED" ->
                    new Minuted(
                            plan,
                            version,
                            row.getObject("held_on", LocalDate.class),
                            row.getString("minutes"));
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }

    private List<Turn> agenda(UUID session) {
        return jdbc.sql("select * from comment_agenda where session_id = ? order by place")
                .param(session)
                .query((row, n) ->
                        new Turn(row.getObject("school_id", UUID.class), row.getInt("minutes")))
                .list();
    }
}

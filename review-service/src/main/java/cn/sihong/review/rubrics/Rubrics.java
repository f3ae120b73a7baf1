package cn.sihong.review.rubrics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.UUID;

/** All editions of all rubrics. */
@Repository
public class Rubrics {

    private final JdbcClient jdbc;

    Rubrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The five rubrics of a programme: those that stand already, otherwise the newest. */
    public RubricBook of(UUID programme) {
        return new RubricBook(
                jdbc.sql(
                                """
                                select distinct on (r.subject) r.*
                                from rubrics r left join frozen_rubrics f on f.rubric_id = r.id and f.programme_id = ?
                                order by r.subject, f.programme_id nulls last, r.edition desc
                                """)
                        .param(programme)
                        .query((row, n) ->
                                rubric(
                                        row.getObject("id", UUID.class),
                                        Subject.valueOf(row.getString("subject")),
                                        row.getInt("edition"),
                                        row.getString("name")))
                        .list());
    }

    /** A first score is given: the newest editions stand for the rest of the programme. */
    public void freeze(UUID programme) {
        jdbc.sql(
                        """
                        insert into frozen_rubrics (programme_id, subject, rubric_id)
                        select distinct on (subject) ?, subject, id from rubrics order by subject, edition desc
                        on conflict do nothing
                        """)
                .param(programme)
                .update();
    }

    private Rubric rubric(UUID id, Subject subject, int edition, String name) {
        var criteria =
                jdbc.sql("select * from criteria where rubric_id = ? order by place")
                        .param(id)
                        .query((row, n) ->
                                new Criterion(
                                        row.getString("code"),
                                        row.getString("part"),
                                        row.getString("name"),
                                        Method.valueOf(row.getString("method")),
                                        row.getInt("max_points")))
                        .list();
        return new Rubric(id, subject, edition, name, criteria);
    }
}

package cn.sihong.award.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** How scores came about, by indicator, for those whose scores they are. */
@Repository
public class Explanations {

    private final JdbcClient jdbc;

    Explanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the mutual review of its programme, in the order of the rubric. */
    public List<Indicator> mutualReview(UUID programme, UUID application) {
        return jdbc.sql(
                        """
                        select code, name, points, max from indicators
                        join closed_rounds on round_id = source_id
                        where programme_id = ? and subject_id = ? order by position
                        """)
                .params(programme, application)
                .query(Explanations::indicator)
                .list();
    }

    /** What reviewers wrote, in no order that tells who. */
    public List<String> comments(UUID programme, UUID application) {
        return jdbc.sql(
                        """
                        select text from comments
                        join closed_rounds on round_id = source_id
                        where programme_id = ? and subject_id = ? order by position
                        """)
                .params(programme, application)
                .query((row, n) -> row.getString("text"))
                .list();
    }

    /** What the last inspection of a school added to or took from its points, and why. */
    public List<String> adjustments(UUID programme, UUID school) {
        return jdbc.sql(
                        """
                        select text from comments
                        where subject_id = ? and source_id = (
                            select id from inspections where programme_id = ? and school_id = ?
                            order by locked_at desc, id limit 1)
                        order by position
                        """)
                .params(school, programme, school)
                .query((row, n) -> row.getString("text"))
                .list();
    }

    /** On site, by the last inspection of the school: of an application or of the school itself. */
    public List<Indicator> onSite(UUID programme, UUID school, UUID subject) {
        return jdbc.sql(
                        """
                        select code, name, points, max from indicators
                        where subject_id = ? and source_id = (
                            select id from inspections where programme_id = ? and school_id = ?
                            order by locked_at desc, id limit 1)
                        order by position
                        """)
                .params(subject, programme, school)
                .query(Explanations::indicator)
                .list();
    }

    private static Indicator indicator(ResultSet row, int n) throws SQLException {
        return new Indicator(
                row.getString("code"),
                row.getString("name"),
                row.getLong("points"),
                row.getLong("max"));
    }

    void keep(
            UUID source,
            UUID subject,
            long version,
            List<Indicator> indicators,
            List<String> comments) {
        int newer =
                jdbc.sql(
                                """
                                insert into explanations (source_id, subject_id, version) values (?, ?, ?)
                                on conflict (source_id, subject_id) do update set version = excluded.version
                                where explanations.version < excluded.version
                                """)
                        .params(source, subject, version)
                        .update();
        if (newer == 0) return;
        jdbc.sql("delete from indicators where source_id = ? and subject_id = ?")
                .params(source, subject)
                .update();
        jdbc.sql("delete from comments where source_id = ? and subject_id = ?")
                .params(source, subject)
                .update();
        for (int position = 0; position < indicators.size(); position++) {
            var indicator = indicators.get(position);
            jdbc.sql("insert into indicators values (?, ?, ?, ?, ?, ?, ?)")
                    .params(source, subject, position)
                    .params(indicator.code(), indicator.name(), indicator.points(), indicator.max())
                    .update();
        }
        for (int position = 0; position < comments.size(); position++)
            jdbc.sql("insert into comments values (?, ?, ?, ?)")
                    .params(source, subject, position, comments.get(position))
                    .update();
    }
}

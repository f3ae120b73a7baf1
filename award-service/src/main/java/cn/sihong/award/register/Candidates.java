package cn.sihong.award.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Who stands for selection, with all scores that were heard. */
@Repository
public class Candidates {

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All received applications of a programme that were not withdrawn, by number. Of several
     * inspections of a school the last one counts. Nothing says anything about appraisal and
     * supervision yet: these scores are absent.
     */
    public List<Candidate> of(UUID programme) {
        return jdbc.sql(
                        """
                        select applications.id, number, category, applications.school_id,
                            inspection.points as school_acceptance,
                            mutual_scores.points as mutual_review,
                            inspected_applications.points as acceptance
                        from applications
                        left join lateral (
                            select id, points from inspections
                            where programme_id = applications.programme_id
                              and school_id = applications.school_id
                            order by locked_at desc, id limit 1) inspection on true
                        left join inspected_applications
                            on inspection_id = inspection.id
                            and inspected_applications.application_id = applications.id
                        left join closed_rounds on closed_rounds.programme_id = applications.programme_id
                        left join mutual_scores
                            on mutual_scores.round_id = closed_rounds.round_id
                            and mutual_scores.application_id = applications.id
                        where applications.programme_id = ?
                          and not exists (select from withdrawn_applications
                                          where application_id = applications.id)
                        order by number, applications.id
                        """)
                .param(programme)
                .query((row, n) ->
                        new Candidate(
                                row.getObject("id", UUID.class),
                                row.getString("number"),
                                row.getString("category"),
                                row.getObject("school_id", UUID.class),
                                points(row, "school_acceptance"),
                                points(row, "mutual_review"),
                                null,
                                points(row, "acceptance"),
                                null))
                .list();
    }

    private static @Nullable Long points(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }
}

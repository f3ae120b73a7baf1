package cn.sihong.award.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.UUID;

/** What the one mutual review of a programme said (R46). */
@Repository
public class MutualReviews {

    private final JdbcClient jdbc;

    MutualReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the round is closed and each score it announced has been heard. */
    public boolean complete(UUID programme) {
        return jdbc.sql(
                        """
                        select exists (
                            select from closed_rounds
                            where programme_id = ? and applications <= (
                                select count(*) from mutual_scores
                                where mutual_scores.round_id = closed_rounds.round_id))
                        """)
                .param(programme)
                .query(Boolean.class)
                .single();
    }

    void keep(UUID application, UUID round, long points, long version) {
        jdbc.sql(
                        """
                        insert into mutual_scores (application_id, round_id, points, version) values (?, ?, ?, ?)
                        on conflict (application_id) do update set
                            round_id = excluded.round_id, points = excluded.points, version = excluded.version
                        where mutual_scores.version < excluded.version
                        """)
                .params(application, round, points, version)
                .update();
    }

    void close(UUID round, UUID programme, int applications) {
        jdbc.sql(
                        """
                        insert into closed_rounds (round_id, programme_id, applications) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(round, programme, applications)
                .update();
    }
}

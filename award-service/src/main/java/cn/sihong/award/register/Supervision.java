package cn.sihong.award.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.UUID;

/** What supervision and rectification say of each school (督查整改). */
@Repository
class Supervision {

    private final JdbcClient jdbc;

    Supervision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID programme, UUID school, long points, long version) {
        jdbc.sql(
                        """
                        insert into supervision_scores (programme_id, school_id, points, version)
                        values (?, ?, ?, ?)
                        on conflict (programme_id, school_id) do update set
                            points = excluded.points, version = excluded.version
                        where supervision_scores.version < excluded.version
                        """)
                .params(programme, school, points, version)
                .update();
    }
}

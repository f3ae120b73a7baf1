package cn.sihong.review.ballots;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The electorates by name. */
@Repository
public class Rolls {

    private final JdbcClient jdbc;

    Rolls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name, which is no order of coming. */
    public List<RollEntry> of(UUID appraisal) {
        return jdbc.sql(
                        "select id, name, username from roll_entries where appraisal_id = ? order by name")
                .param(appraisal)
                .query((row, n) ->
                        new RollEntry(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("username")))
                .list();
    }

    public void replace(UUID appraisal, UUID school, List<RollEntry> entries) {
        jdbc.sql("delete from roll_entries where appraisal_id = ?").param(appraisal).update();
        for (var entry : entries)
            jdbc.sql(
                            """
                            insert into roll_entries (id, appraisal_id, school_id, name, username)
                            values (?, ?, ?, ?, ?)
                            """)
                    .params(entry.id(), appraisal, school, entry.name())
                    .param(entry.username())
                    .update();
    }

    Optional<UUID> entryOf(UUID appraisal, String username) {
        return jdbc.sql("select id from roll_entries where appraisal_id = ? and username = ?")
                .params(appraisal, username)
                .query(UUID.class)
                .optional();
    }

    /** The appraisals in which somebody with this account may vote. */
    List<UUID> appraisalsOf(String username) {
        return jdbc.sql("select appraisal_id from roll_entries where username = ? order by 1")
                .param(username)
                .query((row, n) -> row.getObject("appraisal_id", UUID.class))
                .list();
    }
}

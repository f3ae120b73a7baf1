package cn.sihong.review.ballots;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The issuing desks, one row each. */
@Repository
class Desks {

    private final JdbcClient jdbc;

    Desks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(UUID appraisal, Desk desk) {
        jdbc.sql(
                        """
                        insert into issuing_desks (appraisal_id, opens_on, closes_on, signing_key)
                        values (?, ?, ?, ?)
                        """)
                .params(appraisal, desk.opensOn(), desk.closesOn())
                .param(desk.signingKey())
                .update();
    }

    /** Nobody else is served at this desk until the transaction ends. */
    Desk lock(UUID appraisal) {
        return jdbc.sql("select * from issuing_desks where appraisal_id = ? for update")
                .param(appraisal)
                .query(Desks::desk)
                .optional()
                .orElseThrow(NoSuchBallot::new);
    }

    void save(UUID appraisal, Desk desk) {
        jdbc.sql(
                        """
                        update issuing_desks
                        set collected = ?, codes = ?, exchanged = ?, answered = ?, paper = ?,
                            marked_off = ?
                        where appraisal_id = ?
                        """)
                .param(desk.collected().toArray(String[]::new))
                .param(desk.codes().toArray(String[]::new))
                .param(desk.exchanged())
                .param(desk.answered().toArray(String[]::new))
                .param(desk.paper())
                .param(desk.markedOff())
                .param(appraisal)
                .update();
    }

    /** Forgets who came, and how to sign. */
    void close(UUID appraisal) {
        jdbc.sql(
                        """
                        update issuing_desks
                        set signing_key = null, collected = '{}', codes = '{}', answered = '{}'
                        where appraisal_id = ?
                        """)
                .param(appraisal)
                .update();
    }

    void wipe(UUID appraisal) {
        jdbc.sql("delete from issuing_desks where appraisal_id = ?").param(appraisal).update();
    }

    private static Desk desk(ResultSet row, int n) throws SQLException {
        return new Desk(
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getBytes("signing_key"),
                texts(row, "collected"),
                texts(row, "codes"),
                row.getInt("exchanged"),
                texts(row, "answered"),
                row.getInt("paper"),
                row.getInt("marked_off"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}

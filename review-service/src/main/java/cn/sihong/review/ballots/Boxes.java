package cn.sihong.review.ballots;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The ballot boxes, one row each. */
@Repository
class Boxes {

    private final JdbcClient jdbc;

    Boxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(Box box) {
        var ballot = box.ballot();
        jdbc.sql(
                        """
                        insert into ballot_boxes
                            (appraisal_id, trial, school, electorate, subjects, opens_on, closes_on, public_key, tally, day)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(ballot.appraisal(), ballot.trial(), ballot.school(), ballot.electorate())
                .param(ballot.subjects().toArray(String[]::new))
                .params(ballot.opensOn(), ballot.closesOn(), box.publicKey())
                .param(box.tally().toArray(Integer[]::new))
                .param(box.day())
                .update();
    }

    Box get(UUID appraisal) {
        return find(appraisal).orElseThrow(NoSuchBallot::new);
    }

    Optional<Box> find(UUID appraisal) {
        return read("select * from ballot_boxes where appraisal_id = ?", appraisal);
    }

    /** Nobody else puts a ballot in until the transaction ends. */
    Box lock(UUID appraisal) {
        return read("select * from ballot_boxes where appraisal_id = ? for update", appraisal)
                .orElseThrow(NoSuchBallot::new);
    }

    /** Ballots that came in before today, whoever asks. */
    int returnedBefore(UUID appraisal, LocalDate today) {
        return jdbc.sql("select returned_before(?, ?)")
                .params(appraisal, today)
                .query(Integer.class)
                .single();
    }

    void save(Box box) {
        jdbc.sql(
                        """
                        update ballot_boxes set receipts = ?, tally = ?, day = ?, before_day = ?
                        where appraisal_id = ?
                        """)
                .param(box.receipts().toArray(String[]::new))
                .param(box.tally().toArray(Integer[]::new))
                .params(box.day(), box.beforeDay(), box.ballot().appraisal())
                .update();
    }

    void close(UUID appraisal) {
        jdbc.sql("update ballot_boxes set closed = true where appraisal_id = ?")
                .param(appraisal)
                .update();
    }

    void wipe(UUID appraisal) {
        jdbc.sql("delete from ballot_boxes where appraisal_id = ?").param(appraisal).update();
    }

    private Optional<Box> read(String sql, UUID appraisal) {
        return jdbc.sql(sql).param(appraisal).query(Boxes::box).optional();
    }

    private static Box box(ResultSet row, int n) throws SQLException {
        var ballot =
                new BallotPaper(
                        row.getObject("appraisal_id", UUID.class),
                        row.getString("school"),
                        row.getString("electorate"),
                        List.of((String[]) row.getArray("subjects").getArray()),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        row.getBoolean("trial"));
        return new Box(
                ballot,
                row.getBytes("public_key"),
                row.getBoolean("closed"),
                List.of((String[]) row.getArray("receipts").getArray()),
                List.of((Integer[]) row.getArray("tally").getArray()),
                row.getObject("day", LocalDate.class),
                row.getInt("before_day"));
    }
}

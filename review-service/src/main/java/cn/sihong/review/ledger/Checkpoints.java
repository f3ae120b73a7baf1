package cn.sihong.review.ledger;

import cn.sihong.review.ledger.Checkpoint.Signed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;

/** The checkpoints as the database has them; what counts is what lies outside. */
@Repository
class Checkpoints {

    private final JdbcClient jdbc;

    Checkpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Signed> last() {
        return jdbc.sql("select text from ledger_checkpoints order by number desc limit 1")
                .query((row, n) -> Signed.read(row.getString("text")))
                .optional();
    }

    /** What all of them say of the ledger. */
    List<Head> heads() {
        return jdbc.sql("select sequence, hash from ledger_checkpoints")
                .query((row, n) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .list();
    }

    /** The newest first. */
    List<Signed> before(long number, int limit) {
        return jdbc.sql(
                        """
                        select text from ledger_checkpoints where number < ? order by number desc limit ?
                        """)
                .params(number, limit)
                .query((row, n) -> Signed.read(row.getString("text")))
                .list();
    }

    void add(Signed signed) {
        var checkpoint = signed.checkpoint();
        var stage = checkpoint.stage();
        jdbc.sql(
                        """
                        insert into ledger_checkpoints
                            (number, sequence, hash, at, reason, programme_id, stage, text)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        checkpoint.number(),
                        checkpoint.head().sequence(),
                        checkpoint.head().hash(),
                        Timestamp.from(checkpoint.at()),
                        stage == null ? "MINUTE" : "STAGE")
                .param(stage == null ? null : stage.programme())
                .param(stage == null ? null : stage.name())
                .param(signed.whole())
                .update();
    }

    /** Those that do not lie outside yet, the oldest first. */
    List<Signed> notStored() {
        return jdbc.sql("select text from ledger_checkpoints where not stored order by number")
                .query((row, n) -> Signed.read(row.getString("text")))
                .list();
    }

    void stored(long number) {
        jdbc.sql("update ledger_checkpoints set stored = true where number = ?")
                .param(number)
                .update();
    }
}

package cn.sihong.award.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Optional;

/** The last checkpoint of the ledger that was heard of. */
@Repository
public class Checkpoints {

    private final JdbcClient jdbc;

    Checkpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty until the ledger is heard of for the first time. */
    public Optional<Checkpoint> last() {
        return jdbc.sql("select sequence, hash from ledger_checkpoint")
                .query((row, n) -> new Checkpoint(row.getLong("sequence"), row.getString("hash")))
                .optional();
    }

    void keep(Checkpoint checkpoint) {
        jdbc.sql(
                        """
                        insert into ledger_checkpoint (sequence, hash) values (?, ?)
                        on conflict (only_one) do update set sequence = excluded.sequence, hash = excluded.hash
                        where ledger_checkpoint.sequence < excluded.sequence
                        """)
                .params(checkpoint.sequence(), checkpoint.hash())
                .update();
    }
}

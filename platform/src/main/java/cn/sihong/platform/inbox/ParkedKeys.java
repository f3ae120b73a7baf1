package cn.sihong.platform.inbox;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Optional;

/** Keys whose events wait in the dead-letter topic until an operator replays them. */
class ParkedKeys {

    /** One key that one reader has set aside. */
    record Parked(String reader, String topic, String key) {}

    /** Where a topic's dead letters of a key begin. */
    record Place(int partition, long offset) {}

    /**
     * A key an operator has decided about.
     *
     * @param from null where nobody wrote it down: the beginning of the topic
     * @param skips whether the first is passed over
     */
    record Wish(Parked parked, @Nullable Place from, boolean skips) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ParkedKeys(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Carries it out if the key is parked and while it stays parked: whoever replays the key waits,
     * so that nothing is laid behind what is replayed.
     *
     * @return whether the key is parked
     */
    boolean whileParked(Parked parked, Runnable deed) {
        if (!contains(parked, "")) return false;
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    if (!contains(parked, "for share")) return false;
                    deed.run();
                    return true;
                }));
    }

    private boolean contains(Parked parked, String lock) {
        return jdbc.sql(
                        "select 1 from parked_keys where reader = ? and topic = ? and key = ? "
                                + lock)
                .params(parked.reader(), parked.topic(), parked.key())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void park(Parked parked, String reason, Place place) {
        jdbc.sql(
                        """
                        insert into parked_keys (reader, topic, key, reason, letters_partition, letters_from)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(parked.reader(), parked.topic(), parked.key(), reason)
                .params(place.partition(), place.offset())
                .update();
    }

    /** What operators wish, the longest parked first. */
    List<Wish> wishes() {
        return jdbc.sql("select * from parked_keys where wish is not null order by parked_at")
                .query((row, _) -> wish(row))
                .list();
    }

    /** The wish, kept from everybody else until the transaction ends; empty if another has it. */
    Optional<Wish> take(Parked parked) {
        return jdbc.sql(
                        """
                        select * from parked_keys
                        where reader = ? and topic = ? and key = ? and wish is not null
                        for update skip locked
                        """)
                .params(parked.reader(), parked.topic(), parked.key())
                .query((row, _) -> wish(row))
                .optional();
    }

    private static Wish wish(java.sql.ResultSet row) throws java.sql.SQLException {
        var partition = row.getObject("letters_partition", Integer.class);
        return new Wish(
                new Parked(row.getString("reader"), row.getString("topic"), row.getString("key")),
                partition == null ? null : new Place(partition, row.getLong("letters_from")),
                row.getString("wish").equals("SKIP"));
    }

    void unpark(Parked parked) {
        jdbc.sql("delete from parked_keys where reader = ? and topic = ? and key = ?")
                .params(parked.reader(), parked.topic(), parked.key())
                .update();
    }

    /** Its letters begin later: the one before was passed over, and what is left is replayed. */
    void passOver(Parked parked, Place next) {
        jdbc.sql(
                        """
                        update parked_keys set letters_partition = ?, letters_from = ?, wish = 'REPLAY'
                        where reader = ? and topic = ? and key = ?
                        """)
                .params(next.partition(), next.offset())
                .params(parked.reader(), parked.topic(), parked.key())
                .update();
    }

    /** It stays parked, and says why. */
    void leave(Parked parked, String reason) {
        jdbc.sql(
                        """
                        update parked_keys set wish = null, reason = ?
                        where reader = ? and topic = ? and key = ?
                        """)
                .param(reason)
                .params(parked.reader(), parked.topic(), parked.key())
                .update();
    }
}

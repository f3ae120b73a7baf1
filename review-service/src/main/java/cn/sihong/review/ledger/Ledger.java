package cn.sihong.review.ledger;

import cn.sihong.review.ledger.Entry.Told;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The entries, in their one order. */
@Repository
class Ledger {

    /** Any number will do, as long as nobody else in the database uses it. */
    private static final long LOCK = 0x51_40_06_02L;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    Ledger(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** Keeps what was told until it is sealed; nobody waits for anybody here. */
    void arrive(Told told) {
        jdbc.sql(
                        """
                        insert into ledger_arrivals (event_id, topic, type, programme_id, at, content)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(told.eventId(), told.topic(), told.type())
                .param(told.programmeId())
                .params(Timestamp.from(told.at()), told.content())
                .update();
    }

    /**
     * Seals what has arrived behind the last entry, a batch at a time. One at a time does this (two
     * would seal behind the same entry); who comes second has nothing to do.
     *
     * @return how many were sealed
     */
    int seal(Digest digest, int most) {
        if (!isFree()) return 0;
        var waiting =
                jdbc.sql("select * from ledger_arrivals order by id limit ?")
                        .param(most)
                        .query((row, n) -> new Waiting(row.getLong("id"), told(row)))
                        .list();
        if (waiting.isEmpty()) return 0;
        var head = head();
        var sealed = new ArrayList<Entry>();
        for (var one : waiting) {
            var entry = Entry.after(head, digest, one.told());
            sealed.add(entry);
            head = entry.head();
        }
        insert(sealed);
        jdbc.sql("delete from ledger_arrivals where id = any (?)")
                .param(waiting.stream().map(Waiting::id).toArray(Long[]::new))
                .update();
        return sealed.size();
    }

    /** What has arrived and is not sealed yet. */
    long waiting() {
        return jdbc.sql("select count(*) from ledger_arrivals").query(Long.class).single();
    }

    /** Nobody else writes to the ledger until the transaction ends. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    }

    private boolean isFree() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    private record Waiting(long id, Told told) {}

    Head head() {
        return jdbc.sql("select sequence, hash from ledger_entries order by sequence desc limit 1")
                .query((row, n) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .optional()
                .orElse(Head.NONE);
    }

    /** All entries from the first on; close the stream, and read it within a transaction. */
    Stream<Entry> all() {
        return jdbc
                .sql("select * from ledger_entries order by sequence")
                .withFetchSize(1_000)
                .query(Ledger::entry)
                .stream();
    }

    /** The newest entries first, of one programme and the facts that outlive programmes. */
    List<Entry> of(UUID programme, List<String> topics, long before, int limit) {
        return jdbc.sql(
                        """
                        select * from ledger_entries
                        where (programme_id = ? or programme_id is null)
                          and (cardinality(?::text[]) = 0 or topic = any (?::text[])) and sequence < ?
                        order by sequence desc limit ?
                        """)
                .param(programme)
                .param(topics.toArray(String[]::new))
                .param(topics.toArray(String[]::new))
                .params(before, limit)
                .query(Ledger::entry)
                .list();
    }

    private void insert(List<Entry> entries) {
        batches.batchUpdate(
                """
                insert into ledger_entries
                    (sequence, event_id, topic, type, programme_id, at, content, previous_hash, hash, digest)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entries,
                entries.size(),
                (statement, entry) -> {
                    statement.setLong(1, entry.sequence());
                    statement.setObject(2, entry.eventId());
                    statement.setString(3, entry.topic());
                    statement.setString(4, entry.type());
                    statement.setObject(5, entry.programmeId());
                    statement.setTimestamp(6, Timestamp.from(entry.at()));
                    statement.setString(7, entry.content());
                    statement.setString(8, entry.previousHash());
                    statement.setString(9, entry.hash());
                    statement.setString(10, entry.digest().word());
                });
    }

    /** As exactly as the database keeps it, or the hash would not be found again. */
    private static Told told(ResultSet row) throws SQLException {
        return new Told(
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("type"),
                row.getObject("programme_id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("content"));
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
                Digest.named(row.getString("digest")),
                row.getObject("event_id", UUID.class),
                row.getString("topic"),
                row.getString("type"),
                row.getObject("programme_id", UUID.class),
                row.getTimestamp("at").toInstant(),
                row.getString("content"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}

package cn.sihong.review.ledger;

import cn.sihong.review.ledger.Entry.Told;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The entries, in their one order. */
@Repository
class Ledger {

    /** Any number will do, as long as nobody else in the database uses it. */
    private static final long LOCK = 0x51_40_06_02L;

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Seals what was told behind the last entry; two at once would seal behind the same one. */
    void append(Told told) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
        insert(Entry.after(head(), inMicroseconds(told)));
    }

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
    List<Entry> of(UUID programme, List<String> types, long before, int limit) {
        return jdbc.sql(
                        """
                        select * from ledger_entries
                        where (programme_id = ? or programme_id is null)
                          and (cardinality(?::text[]) = 0 or type = any (?::text[])) and sequence < ?
                        order by sequence desc limit ?
                        """)
                .param(programme)
                .param(types.toArray(String[]::new))
                .param(types.toArray(String[]::new))
                .params(before, limit)
                .query(Ledger::entry)
                .list();
    }

    private void insert(Entry entry) {
        jdbc.sql("insert into ledger_entries values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(entry.sequence(), entry.eventId(), entry.topic(), entry.type())
                .param(entry.programmeId())
                .params(
                        Timestamp.from(entry.at()),
                        entry.content(),
                        entry.previousHash(),
                        entry.hash())
                .update();
    }

    /** As exactly as the database keeps it, or the hash would not be found again. */
    private static Told inMicroseconds(Told told) {
        return new Told(
                told.eventId(),
                told.topic(),
                told.type(),
                told.programmeId(),
                told.at().truncatedTo(ChronoUnit.MICROS),
                told.content());
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong("sequence"),
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

package cn.sihong.review.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The ledger as a file: a heading and one line an entry, its properties between tabs, the hash
 * last. JSON has no tab of its own and the other properties have none either.
 */
final class LedgerLines {

    static final String HEADING =
            "sihong-ledger/2\tsequence\tdigest\tprevious\tevent\ttopic\ttype\tprogramme\tat\tcontent\thash";

    private static final int FIELDS = 10;

    private LedgerLines() {}

    static String write(Entry entry) {
        return String.join(
                "\t",
                Long.toString(entry.sequence()),
                entry.digest().word(),
                entry.previousHash(),
                entry.eventId().toString(),
                entry.topic(),
                entry.type(),
                entry.programmeId() == null ? "-" : entry.programmeId().toString(),
                entry.at().toString(),
                entry.content(),
                entry.hash());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException it is no line of a ledger
     */
    static Entry read(String line) {
        var fields = List.of(line.split("\t", -1));
        if (fields.size() != FIELDS) throw new IllegalArgumentException("not an entry");
        try {
            var entry =
                    new Entry(
                            Long.parseLong(fields.get(0)),
                            Digest.named(fields.get(1)),
                            UUID.fromString(fields.get(3)),
                            fields.get(4),
                            fields.get(5),
                            fields.get(6).equals("-") ? null : UUID.fromString(fields.get(6)),
                            Instant.parse(fields.get(7)),
                            fields.get(8),
                            fields.get(2),
                            fields.get(9));
            // another spelling of the same value is not what was written
            if (!write(entry).equals(line)) throw new IllegalArgumentException("another spelling");
            return entry;
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

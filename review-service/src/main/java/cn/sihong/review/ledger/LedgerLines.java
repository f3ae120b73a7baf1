package cn.sihong.review.ledger;

/**
 * The ledger as a file: a heading and one line an entry, its properties between tabs, the hash
 * last. JSON has no tab of its own and the other properties have none either.
 */
final class LedgerLines {

    static final String HEADING =
            "sihong-ledger/2\tsequence\tdigest\tprevious\tevent\ttopic\ttype\tprogramme\tat\tcontent\thash";

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
}

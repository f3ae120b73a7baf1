package cn.sihong.review.ledger;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;

/** Reads a ledger from its beginning and says where it is broken first. Pure. */
final class LedgerVerifier {

    /**
     * What was found.
     *
     * @param entries how many were read
     * @param firstBroken the place of the first entry that is not as it was written or not where it
     *     was written; absent if all is well
     * @param head where the ledger ends
     */
    record Result(long entries, @Nullable Long firstBroken, Head head) {
        boolean intact() {
            return firstBroken == null;
        }
    }

    private LedgerVerifier() {}

    /**
     * Verifies a ledger.
     *
     * @param entries from the first on
     * @param known a head noted down before; {@link Head#NONE} if there is none
     */
    static Result verify(Iterator<Entry> entries, Head known) {
        var head = Head.NONE;
        Long broken = null;
        long read = 0;
        while (entries.hasNext()) {
            var entry = entries.next();
            read++;
            if (broken == null && !(follows(entry, head) && agrees(entry, known))) broken = read;
            head = entry.head();
        }
        if (broken == null && read < known.sequence()) broken = read + 1;
        return new Result(read, broken, head);
    }

    private static boolean follows(Entry entry, Head head) {
        return entry.sequence() == head.sequence() + 1
                && entry.previousHash().equals(head.hash())
                && entry.isSealed();
    }

    private static boolean agrees(Entry entry, Head known) {
        return entry.sequence() != known.sequence() || entry.hash().equals(known.hash());
    }
}

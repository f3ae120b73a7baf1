package cn.sihong.review.ledger;

import cn.sihong.review.ledger.Checkpoint.Signed;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

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
     * @param known heads noted down before, the checkpoints' among them
     */
    static Result verify(Iterator<Entry> entries, List<Head> known) {
        var expected = expected(known);
        var head = Head.NONE;
        Long broken = null;
        long read = 0;
        while (entries.hasNext()) {
            var entry = entries.next();
            read++;
            if (broken == null && !(follows(entry, head) && agrees(entry, expected))) broken = read;
            head = entry.head();
        }
        long end = known.stream().mapToLong(Head::sequence).max().orElse(0);
        if (broken == null && read < end) broken = read + 1;
        return new Result(read, broken, head);
    }

    /**
     * What is wrong with checkpoints themselves: each has to be signed by the key, and to name the
     * one before.
     *
     * @param checkpoints as they were kept, by number
     * @param key the installation's, as somebody noted it down
     */
    static List<String> faults(List<Signed> checkpoints, String key) {
        var faults = new ArrayList<String>();
        var previous = Checkpoint.BEGINNING;
        long number = 0;
        long sequence = 0;
        for (var signed : checkpoints) {
            var checkpoint = signed.checkpoint();
            number++;
            if (checkpoint.number() != number) {
                faults.add("检查点第 %d 号缺失".formatted(number));
                number = checkpoint.number();
            } else if (!checkpoint.previous().equals(previous))
                faults.add("检查点第 %d 号与前一号不衔接".formatted(number));
            if (!signed.key().equals(key)
                    || !signed.holds()
                    || !signed.text().equals(checkpoint.text()))
                faults.add("检查点第 %d 号签名无效".formatted(checkpoint.number()));
            if (checkpoint.head().sequence() < sequence)
                faults.add("检查点第 %d 号的序号倒退".formatted(checkpoint.number()));
            sequence = checkpoint.head().sequence();
            previous = signed.hash();
        }
        return faults;
    }

    /** Two heads of one place that differ cannot both be right: neither is met. */
    static Map<Long, String> expected(List<Head> known) {
        var expected = new HashMap<Long, String>();
        for (var head : known)
            if (head.sequence() > 0)
                expected.merge(head.sequence(), head.hash(), (a, b) -> a.equals(b) ? a : "");
        return expected;
    }

    private static boolean follows(Entry entry, Head head) {
        return entry.sequence() == head.sequence() + 1
                && entry.previousHash().equals(head.hash())
                && entry.isSealed();
    }

    private static boolean agrees(Entry entry, Map<Long, String> expected) {
        var hash = expected.get(entry.sequence());
        return hash == null || hash.equals(entry.hash());
    }
}

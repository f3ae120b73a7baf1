package cn.sihong.review.ballots;

import java.time.LocalDate;
import java.util.List;

/**
 * What lies in the box of one appraisal.
 *
 * @param receipts one for each ballot, in alphabetical order
 * @param tally for each subject, one after the other, how often each {@link Mark} was given
 * @param day of the last ballot
 * @param beforeDay how many ballots there were before that day
 */
@SuppressWarnings("ArrayRecordComponent") // bytes as they come; nobody compares or changes them
record Box(
        BallotPaper ballot,
        byte[] publicKey,
        boolean closed,
        List<String> receipts,
        List<Integer> tally,
        LocalDate day,
        int beforeDay) {

    private static final int MARKS = Mark.values().length;

    Box {
        receipts = List.copyOf(receipts);
        tally = List.copyOf(tally);
    }

    static Box opened(BallotPaper ballot, byte[] publicKey) {
        var nothing = java.util.Collections.nCopies(ballot.subjects().size() * MARKS, 0);
        return new Box(ballot, publicKey, false, List.of(), nothing, ballot.opensOn(), 0);
    }

    void requireOpen(LocalDate today) {
        if (closed || !ballot.isOpenOn(today)) throw new BallotNotOpen(ballot);
    }

    boolean contains(Receipt receipt) {
        return Ascending.contains(receipts, receipt.value());
    }

    /** The box with one ballot more. */
    Box with(Receipt receipt, List<Mark> marks, LocalDate today) {
        var counted = new java.util.ArrayList<>(tally);
        for (int subject = 0; subject < marks.size(); subject++) {
            int place = subject * MARKS + marks.get(subject).place();
            counted.set(place, counted.get(place) + 1);
        }
        return new Box(
                ballot,
                publicKey,
                closed,
                Ascending.with(receipts, receipt.value()),
                counted,
                today.isAfter(day) ? today : day,
                beforeDayOf(today));
    }

    /** How often each mark was given to one subject. */
    List<Integer> tallyOf(int subject) {
        return tally.subList(subject * MARKS, (subject + 1) * MARKS);
    }

    private int beforeDayOf(LocalDate today) {
        return today.isAfter(day) ? receipts.size() : beforeDay;
    }
}

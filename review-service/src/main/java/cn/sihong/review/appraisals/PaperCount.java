package cn.sihong.review.appraisals;

import cn.sihong.review.ballots.Mark;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The ballots on paper as the people read them who key them in, each for themselves.
 *
 * @param readings one for each of the people: sheet by sheet, on each a mark for each subject
 */
record PaperCount(List<List<List<Mark>>> readings) {

    static final int READERS = 2;

    PaperCount {
        readings = List.copyOf(readings);
    }

    /** Whether two people read the same, or there was nothing to read. */
    boolean agrees() {
        return readings.isEmpty() || (readings.size() == READERS && differences().isEmpty());
    }

    /** The sheets that two people read differently, counted from 1; never what they read. */
    List<Integer> differences() {
        if (readings.size() < READERS) return List.of();
        var one = readings.getFirst();
        var other = readings.getLast();
        return IntStream.range(0, Math.max(one.size(), other.size()))
                .filter(sheet ->
                        sheet >= one.size()
                                || sheet >= other.size()
                                || !one.get(sheet).equals(other.get(sheet)))
                .map(sheet -> sheet + 1)
                .boxed()
                .toList();
    }

    List<List<Mark>> sheets() {
        return readings.isEmpty() ? List.of() : readings.getFirst();
    }
}

package cn.sihong.review.appraisals;

import cn.sihong.review.ballots.Mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often each mark was given to one subject.
 *
 * @param counts by {@link Mark#place()}
 */
record Tally(List<Integer> counts) {

    /** Fewer answers than this tell too much of each (invariant 15). */
    static final int SMALL = 5;

    static final Tally NOTHING = new Tally(java.util.Collections.nCopies(Mark.values().length, 0));

    Tally {
        counts = List.copyOf(counts);
        if (counts.size() != Mark.values().length) throw new IllegalArgumentException();
    }

    int of(Mark mark) {
        return counts.get(mark.place());
    }

    Tally plus(Mark mark) {
        var more = new ArrayList<>(counts);
        more.set(mark.place(), more.get(mark.place()) + 1);
        return new Tally(more);
    }

    int returned() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    int valid() {
        return Stream.of(Mark.values()).filter(Mark::isValid).mapToInt(this::of).sum();
    }

    /** Those who had an opinion: valid, and not 不了解. */
    int opinions() {
        return valid() - of(Mark.NO_KNOWLEDGE);
    }

    /** 满意率, (优秀+合格)/(有效−不了解), in thousandths of a point of 100, half up. */
    Optional<Long> satisfaction() {
        return share(of(Mark.EXCELLENT) + of(Mark.QUALIFIED));
    }

    /** 优秀率, likewise. */
    Optional<Long> excellence() {
        return share(of(Mark.EXCELLENT));
    }

    private Optional<Long> share(int part) {
        long whole = opinions();
        return whole < SMALL
                ? Optional.empty()
                : Optional.of((200_000L * part + whole) / (2 * whole));
    }
}

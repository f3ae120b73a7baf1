package cn.sihong.review.appraisals;

import cn.sihong.review.ballots.Mark;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may be shown of a tally (invariant 15). A grade that fewer than five gave is hidden, and
 * whatever else would let it be computed: another grade, and the rates, which are shown exactly, in
 * steps of five points, or not at all.
 */
final class Disclosure {

    private static final List<Mark> GRADES =
            List.of(
                    Mark.EXCELLENT,
                    Mark.QUALIFIED,
                    Mark.BARELY_QUALIFIED,
                    Mark.UNQUALIFIED,
                    Mark.NO_KNOWLEDGE);

    /**
     * A rate in thousandths of a point of 100.
     *
     * @param to equal to {@code from} where it is exact, otherwise excluded
     */
    record Rate(long from, long to) {
        boolean contains(long rate) {
            return from == to ? rate == from : rate >= from && rate < to;
        }
    }

    /**
     * What is shown.
     *
     * @param grades a grade that is hidden is absent
     * @param satisfaction absent where it would tell a hidden grade, or where nobody may know
     */
    record Shown(
            Map<Mark, Integer> grades,
            int valid,
            @Nullable Rate satisfaction,
            @Nullable Rate excellence) {

        public Shown {
            grades = Map.copyOf(grades);
        }
    }

    private Disclosure() {}

    static Shown of(Tally tally) {
        if (tally.valid() < Tally.SMALL) return new Shown(Map.of(), tally.valid(), null, null);
        var hidden = EnumSet.noneOf(Mark.class);
        for (var grade : GRADES) if (tally.of(grade) < Tally.SMALL) hidden.add(grade);
        while (true) {
            for (long step : new long[] {0, 5_000, -1}) {
                var shown = shown(tally, hidden, step);
                if (!tellsAnything(shown, hidden)) return shown;
            }
            GRADES.stream()
                    .filter(grade -> !hidden.contains(grade))
                    .min((a, b) -> Integer.compare(tally.of(a), tally.of(b)))
                    .ifPresent(hidden::add);
            if (hidden.size() == GRADES.size()) return shown(tally, hidden, -1);
        }
    }

    private static Shown shown(Tally tally, Set<Mark> hidden, long step) {
        var grades = new EnumMap<Mark, Integer>(Mark.class);
        for (var grade : GRADES) if (!hidden.contains(grade)) grades.put(grade, tally.of(grade));
        return new Shown(
                grades,
                tally.valid(),
                rate(tally.satisfaction(), step),
                rate(tally.excellence(), step));
    }

    private static @Nullable Rate rate(Optional<Long> exact, long step) {
        if (exact.isEmpty() || step < 0) return null;
        long rate = exact.get();
        if (step == 0) return new Rate(rate, rate);
        long from = Math.min(rate / step * step, 100_000 - step);
        return new Rate(from, from + step == 100_000 ? 100_001 : from + step);
    }

    /**
     * Whether somebody who knows all that is shown, and this rule, can say of a hidden grade how
     * many gave it.
     */
    private static boolean tellsAnything(Shown shown, Set<Mark> hidden) {
        if (hidden.isEmpty()) return false;
        int left = shown.valid();
        for (int count : shown.grades().values()) left -= count;
        var possible = new EnumMap<Mark, Set<Integer>>(Mark.class);
        for (var grade : hidden) possible.put(grade, new java.util.HashSet<>());
        var counts = new ArrayList<Integer>();
        for (var grade : GRADES) counts.add(shown.grades().getOrDefault(grade, 0));
        fill(shown, List.copyOf(hidden), 0, left, false, counts, possible);
        return possible.values().stream().anyMatch(values -> values.size() < 2);
    }

    /** Every way to spread the rest over the hidden grades; at most one of them is not small. */
    private static void fill(
            Shown shown,
            List<Mark> hidden,
            int at,
            int left,
            boolean largeUsed,
            List<Integer> counts,
            Map<Mark, Set<Integer>> possible) {
        if (possible.values().stream().allMatch(values -> values.size() > 1)) return;
        if (at == hidden.size()) {
            if (left == 0 && agrees(shown, counts))
                possible.forEach((grade, values) -> values.add(counts.get(GRADES.indexOf(grade))));
            return;
        }
        int most = largeUsed ? Math.min(left, Tally.SMALL - 1) : left;
        for (int count = 0; count <= most; count++) {
            counts.set(GRADES.indexOf(hidden.get(at)), count);
            fill(
                    shown,
                    hidden,
                    at + 1,
                    left - count,
                    largeUsed || count >= Tally.SMALL,
                    counts,
                    possible);
        }
        counts.set(GRADES.indexOf(hidden.get(at)), 0);
    }

    private static boolean agrees(Shown shown, List<Integer> grades) {
        var counts = new ArrayList<>(grades);
        counts.add(0);
        counts.add(0);
        var tally = new Tally(counts);
        return agrees(shown.satisfaction(), tally.satisfaction())
                && agrees(shown.excellence(), tally.excellence());
    }

    private static boolean agrees(@Nullable Rate shown, Optional<Long> rate) {
        return shown == null || rate.filter(shown::contains).isPresent();
    }
}

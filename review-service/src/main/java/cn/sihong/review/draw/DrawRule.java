package cn.sihong.review.draw;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a list must allow for a draw to exist. Each rule is necessary; the first that is broken is
 * the one that binds. With N schools, k judges each, and units of u₁ ≥ u₂ ≥ … schools:
 */
public enum DrawRule {
    /** Judges come from two units other than the school's own, so there are three at least. */
    ENOUGH_UNITS("参加互评的审核单位不足 3 个，无法保证每校由至少 2 个其他单位的学校评议；请核对单位名册。") {
        @Override
        boolean holds(Sizes of) {
            return of.units > REVIEWING_UNITS;
        }
    },
    /**
     * k judges and k judged ones, all different since nothing is mutual: N − u₁ ≥ 2k. And what the
     * two largest units cannot find in each other, the other schools must have room for: u₁(2k −
     * u₂) + u₂(2k − u₁) ≤ 2k(N − u₁ − u₂).
     */
    NOT_RECIPROCAL("学校数量不足：每校评议和被评议的学校不得互为对方，其他单位的学校至少应为评议校数的 2 倍；请减少每校评议校数。") {
        @Override
        boolean holds(Sizes of) {
            long meetings = 2L * of.k;
            long elsewhere =
                    of.largest * Math.max(0, meetings - of.second)
                            + of.second * Math.max(0, meetings - of.largest);
            return of.schools - of.largest >= meetings
                    && elsewhere <= meetings * (of.schools - of.largest - of.second);
        }
    },
    /**
     * The others have k(N − u₁) places for judges, k·u₁ of them filled by the largest unit; each of
     * the N − u₁ needs one that is not: u₁(2k − 1) ≤ N(k − 1).
     */
    NOT_OWN_UNIT("某个单位的学校过多（接近全部学校的一半），本单位学校不得互评，其他单位的学校不够用；请核对该单位的名册。") {
        @Override
        boolean holds(Sizes of) {
            return of.largest * (2L * of.k - 1) <= of.schools * (of.k - 1L);
        }
    },
    /**
     * Each school of the two largest units needs a judge from outside both: u₁ + u₂ ≤ k(N − u₁ −
     * u₂).
     */
    TWO_REVIEWING_UNITS("两个单位的学校占了绝大多数，其他单位的学校不足以保证每校由至少 2 个其他单位评议；请核对单位名册。") {
        @Override
        boolean holds(Sizes of) {
            long two = of.largest + of.second;
            return two <= of.k * (of.schools - two);
        }
    },
    /**
     * Conflicts leave a school fewer than 2k partners, or a draw is found only once they are set
     * aside.
     */
    NO_CONFLICT("回避关系过多：按已登记的回避关系，有学校找不到足够的评议学校；请由纪检逐条核实回避登记，或减少每校评议校数。") {
        @Override
        boolean holds(Sizes of) {
            return of.fewestPartners >= 2L * of.k;
        }
    },
    /** A draw is found only once last year's pairs may be repeated. */
    NOT_LAST_YEAR("上一年度的评议关系不得重复，按此规则没有可行的分配；请减少每校评议校数后重新建立互查互评。") {
        @Override
        boolean holds(Sizes of) {
            return of.fewestNew >= of.k;
        }
    },
    /** All of the above hold, and yet the search did not end well; seen only at the very limit. */
    ALL_TOGETHER("各项规则同时满足的分配方案没有找到；请减少每校评议校数后重新建立互查互评。") {
        @Override
        boolean holds(Sizes of) {
            return true;
        }
    };

    /** From how many units other than its own a school's judges come at least. */
    static final int REVIEWING_UNITS = 2;

    private final String sentence;

    DrawRule(String sentence) {
        this.sentence = sentence;
    }

    abstract boolean holds(Sizes of);

    /** What went wrong and what to do, for the officer. */
    public String sentence() {
        return sentence;
    }

    /** Refuses a list that no draw can satisfy. */
    public static void requireAll(DrawList list) {
        broken(list)
                .ifPresent(rule -> {
                    throw new DrawNotPossible(rule);
                });
    }

    static Optional<DrawRule> broken(DrawList list) {
        var sizes = Sizes.of(list);
        return Arrays.stream(values()).filter(rule -> !rule.holds(sizes)).findFirst();
    }

    /**
     * All that the rules ask of a list.
     *
     * @param fewestPartners with how many schools of other units the poorest has no conflict
     * @param fewestNew how many of them the poorest may judge, or may be judged by, that it has not
     *     met last year
     */
    record Sizes(
            int k,
            long schools,
            long units,
            long largest,
            long second,
            long fewestPartners,
            long fewestNew) {
        static Sizes of(DrawList list) {
            var sizes =
                    list.schools().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            DrawList.School::unitId, Collectors.counting()))
                            .values()
                            .stream()
                            .sorted(Comparator.reverseOrder())
                            .toList();
            return new Sizes(
                    list.k(),
                    list.schools().size(),
                    sizes.size(),
                    sizes.isEmpty() ? 0 : sizes.getFirst(),
                    sizes.size() < 2 ? 0 : sizes.get(1),
                    fewestPartners(list),
                    fewestNew(list));
        }

        private static long fewestPartners(DrawList list) {
            var units = list.units();
            var unitSizes = unitSizes(units);
            var lost = new long[units.length];
            conflictsAcrossUnits(
                    list,
                    units,
                    (one, other) -> {
                        lost[one]++;
                        lost[other]++;
                    });
            return fewest(units, unitSizes, lost, lost);
        }

        private static long fewestNew(DrawList list) {
            var units = list.units();
            var unitSizes = unitSizes(units);
            var places = list.places();
            var judging = new long[units.length];
            var judged = new long[units.length];
            var conflicts = new HashSet<DrawList.Conflict>();
            conflictsAcrossUnits(
                    list,
                    units,
                    (one, other) -> {
                        judging[one]++;
                        judging[other]++;
                        judged[one]++;
                        judged[other]++;
                    });
            conflicts.addAll(list.conflicts());
            for (var pair : list.lastYear()) {
                int from = places.getOrDefault(pair.reviewing(), -1);
                int to = places.getOrDefault(pair.judged(), -1);
                if (units[from] == units[to]
                        || (!conflicts.isEmpty()
                                && conflicts.contains(
                                        new DrawList.Conflict(pair.reviewing(), pair.judged()))))
                    continue;
                judging[from]++;
                judged[to]++;
            }
            return fewest(units, unitSizes, judging, judged);
        }

        private static int[] unitSizes(int[] units) {
            var sizes = new int[units.length];
            for (int unit : units) sizes[unit]++;
            return sizes;
        }

        private static long fewest(int[] units, int[] unitSizes, long[] one, long[] other) {
            return IntStream.range(0, units.length)
                    .mapToLong(school ->
                            units.length
                                    - unitSizes[units[school]]
                                    - Math.max(one[school], other[school]))
                    .min()
                    .orElse(0);
        }

        private static void conflictsAcrossUnits(DrawList list, int[] units, Edge edge) {
            var places = list.places();
            for (var conflict : list.conflicts()) {
                int one = places.getOrDefault(conflict.one(), -1);
                int other = places.getOrDefault(conflict.other(), -1);
                if (units[one] != units[other]) edge.between(one, other);
            }
        }

        private interface Edge {
            void between(int one, int other);
        }
    }
}

package cn.sihong.review.draw;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** All that the rules ask of a list. */
    record Sizes(int k, long schools, long units, long largest, long second) {
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
                    sizes.size() < 2 ? 0 : sizes.get(1));
        }
    }
}

package cn.sihong.review.inspections;

import cn.sihong.review.rubrics.Adjusting.Rule;

/**
 * A bonus or a deduction that the team found (加分、扣分, research.md §3.4.2).
 *
 * @param times how often the rule applies, at least once
 * @param evidence where it can be looked up
 */
record Adjustment(Rule rule, int times, String reason, String evidence) {

    /** More is a slip of the finger. */
    static final int MOST_TIMES = 20;

    /** Milli-points, all times together; a deduction is negative. */
    long points() {
        long all = (long) rule.points() * times;
        return switch (rule.kind()) {
            case BONUS -> all;
            case DEDUCTION -> -all;
        };
    }
}

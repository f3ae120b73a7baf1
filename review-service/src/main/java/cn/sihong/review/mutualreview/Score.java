package cn.sihong.review.mutualreview;

import java.util.List;

/**
 * What a round says of one application: the mean without the highest and lowest scores (去掉最高分最低分,
 * research.md §4).
 *
 * @param trimmedMean milli-points, half a milli-point upwards
 * @param scores how many there were before any was left out; below five none was, and whoever uses
 *     the score should know
 */
record Score(long trimmedMean, int scores) {

    static final int DROP_ONE_FROM = 5;
    private static final int DROP_TWO_FROM = 9;

    /**
     * One score at each end is left out from five scores on, two from nine on.
     *
     * @param totals at least one, milli-points, in any order
     */
    static Score of(List<Long> totals) {
        int n = totals.size();
        if (n == 0) throw new IllegalArgumentException("missing is not zero");
        int drop = n >= DROP_TWO_FROM ? 2 : n >= DROP_ONE_FROM ? 1 : 0;
        int kept = n - 2 * drop;
        long sum = totals.stream().sorted().skip(drop).limit(kept).mapToLong(Long::longValue).sum();
        return new Score((2 * sum + kept) / (2L * kept), n);
    }
}

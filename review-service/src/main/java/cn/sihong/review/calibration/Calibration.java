package cn.sihong.review.calibration;

import java.util.OptionalLong;

/**
 * What each thing is worth and how severe each reviewer is, in whole milli-points.
 *
 * <p>Worth and severity are found in turns, each from the other, until neither moves: a thing is
 * worth the mean of its scores without their reviewers' severity; a reviewer's severity is the sum
 * of how far their scores lie from that, divided by their number and {@link #CAUTION} more.
 */
public final class Calibration {

    /** So many scores of an average reviewer are imagined beside those a reviewer has given. */
    static final int CAUTION = 1;

    private static final int TURNS = 500;

    /** Milli-points; smaller movements are lost in rounding. */
    private static final double STILL = 0.01;

    private static final long NONE = Long.MIN_VALUE;

    private final long[] worth;
    private final long[] leniency;

    private Calibration(long[] worth, long[] leniency) {
        this.worth = worth;
        this.leniency = leniency;
    }

    public static Calibration of(Scores scores) {
        var counts = new int[scores.reviewers()];
        for (int score = 0; score < scores.size(); score++) counts[scores.reviewer(score)]++;
        var lean = new double[scores.reviewers()];
        var sums = new double[scores.reviewers()];
        for (int turn = 0; turn < TURNS && turn(scores, counts, lean, sums) > STILL; turn++) {}
        var worth = new long[scores.things()];
        for (int thing = 0; thing < worth.length; thing++)
            worth[thing] =
                    scores.first(thing) == scores.end(thing)
                            ? NONE
                            : Math.round(worth(scores, thing, lean));
        var leniency = new long[lean.length];
        for (int it = 0; it < lean.length; it++)
            leniency[it] = counts[it] == 0 ? NONE : Math.round(lean[it]);
        return new Calibration(worth, leniency);
    }

    /** The mean of a thing's scores had an average reviewer given them; absent if it has none. */
    public OptionalLong mean(int thing) {
        return worth[thing] == NONE ? OptionalLong.empty() : OptionalLong.of(worth[thing]);
    }

    /**
     * By how much a reviewer scores above (or, negative, below) the others who scored the same
     * things; absent if they scored nothing.
     */
    public OptionalLong leniency(int reviewer) {
        return leniency[reviewer] == NONE
                ? OptionalLong.empty()
                : OptionalLong.of(leniency[reviewer]);
    }

    /** How far the most moved reviewer moved. */
    private static double turn(Scores scores, int[] counts, double[] lean, double[] sums) {
        java.util.Arrays.fill(sums, 0);
        for (int thing = 0; thing < scores.things(); thing++) {
            int end = scores.end(thing);
            int first = scores.first(thing);
            if (first == end) continue;
            double worth = worth(scores, thing, lean);
            for (int score = first; score < end; score++)
                sums[scores.reviewer(score)] += scores.points(score) - worth;
        }
        double most = 0;
        for (int it = 0; it < lean.length; it++) {
            double now = sums[it] / (counts[it] + CAUTION);
            most = Math.max(most, Math.abs(now - lean[it]));
            lean[it] = now;
        }
        return most;
    }

    private static double worth(Scores scores, int thing, double[] lean) {
        double sum = 0;
        int end = scores.end(thing);
        int first = scores.first(thing);
        for (int score = first; score < end; score++)
            sum += scores.points(score) - lean[scores.reviewer(score)];
        return sum / (end - first);
    }
}

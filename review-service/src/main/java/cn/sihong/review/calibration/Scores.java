package cn.sihong.review.calibration;

import java.util.Arrays;

/**
 * Scores by number of thing and reviewer, in one order whatever order they came in. Missing scores
 * are not there; a zero is a score.
 */
public final class Scores {

    private final int things;
    private final int reviewers;

    /** Those of thing t are {@code from[t] … from[t + 1] − 1}. */
    private final int[] from;

    private final int[] reviewer;
    private final int[] points;

    /**
     * @param things how many there are; each is a number below
     * @param reviewers how many there are; each is a number below
     * @param thing what was scored, score by score
     * @param reviewer who scored it
     * @param points milli-points
     */
    public Scores(int things, int reviewers, int[] thing, int[] reviewer, int[] points) {
        this.things = things;
        this.reviewers = reviewers;
        this.from = new int[things + 1];
        this.reviewer = new int[points.length];
        this.points = new int[points.length];
        for (int it : thing) from[it + 1]++;
        for (int it = 0; it < things; it++) from[it + 1] += from[it];
        var next = Arrays.copyOf(from, things);
        for (int score = 0; score < points.length; score++)
            insert(thing[score], next[thing[score]]++, reviewer[score], points[score]);
    }

    /** Into its place among the few scores of the same thing. */
    private void insert(int thing, int at, int by, int given) {
        while (at > from[thing] && isAfter(at - 1, by, given)) {
            reviewer[at] = reviewer[at - 1];
            points[at] = points[at - 1];
            at--;
        }
        reviewer[at] = by;
        points[at] = given;
    }

    private boolean isAfter(int at, int by, int given) {
        return reviewer[at] > by || (reviewer[at] == by && points[at] > given);
    }

    int things() {
        return things;
    }

    int reviewers() {
        return reviewers;
    }

    int first(int thing) {
        return from[thing];
    }

    int end(int thing) {
        return from[thing + 1];
    }

    int reviewer(int score) {
        return reviewer[score];
    }

    int points(int score) {
        return points[score];
    }

    int size() {
        return points.length;
    }
}

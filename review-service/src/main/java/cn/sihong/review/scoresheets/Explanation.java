package cn.sihong.review.scoresheets;

import java.util.ArrayList;
import java.util.List;

/**
 * What an application's locked sheets say, line by line of its rubric.
 *
 * @param lines in the order of the rubric
 * @param comments in the order of their words, which tells nothing of who said them
 */
public record Explanation(List<Line> lines, List<String> comments) {

    /**
     * One line; milli-points.
     *
     * @param mean of all locked sheets, half a milli-point upwards
     */
    public record Line(String code, String name, long mean, long max) {}

    Explanation() {
        this(new ArrayList<>(), new ArrayList<>());
    }
}

package cn.sihong.review.rubrics;

import java.util.List;

/**
 * One line of a rubric (二级指标).
 *
 * @param code unique in its rubric
 * @param part the first-level indicator (一级指标) it belongs to
 * @param maxPoints milli-points
 * @param anchors what points look like, the highest first
 */
public record Criterion(
        String code, String part, String name, Method method, int maxPoints, List<Anchor> anchors) {

    /** Points are given in halves. */
    public static final int STEP = 500;

    /**
     * What a number of points looks like.
     *
     * @param points milli-points
     */
    public record Anchor(int points, String text) {}

    public Criterion {
        anchors = List.copyOf(anchors);
    }

    boolean allows(int points) {
        return points >= 0 && points <= maxPoints && points % STEP == 0;
    }
}

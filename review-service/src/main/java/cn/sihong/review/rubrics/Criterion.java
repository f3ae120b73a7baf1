package cn.sihong.review.rubrics;

/**
 * One line of a rubric (二级指标).
 *
 * @param code unique in its rubric
 * @param part the first-level indicator (一级指标) it belongs to
 * @param maxPoints milli-points
 */
public record Criterion(String code, String part, String name, Method method, int maxPoints) {

    static final int STEP = 500;

    boolean allows(int points) {
        return points >= 0 && points <= maxPoints && points % STEP == 0;
    }
}

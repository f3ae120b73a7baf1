package cn.sihong.submission.programmes;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/**
 * What else decides the selection, beside weights and quotas (research.md §3.4.3, §4); declared
 * with them, before the first score.
 *
 * @param minimumAcceptance what a school and a project need on site at least, in points of 100
 * @param minimumSatisfaction what the appraisal must say at least, in per cent; asked for only
 *     where the appraisal is weighed
 * @param tieBreak what is compared where composites are equal, one after the other; what stays
 *     equal is left to a recorded vote
 * @param perSchool honours of one school in one category at most; absent where unlimited
 * @param headsPercent share of leaders of schools among the honoured of a category at most; absent
 *     where unlimited
 * @param kindergartens places of a category that kindergartens get at least; absent for none
 * @param outstandingSchools places for outstanding schools (R60)
 * @param outstandingMembers places for outstanding Party members (R61)
 */
public record SelectionRules(
        int minimumAcceptance,
        int minimumSatisfaction,
        List<Tie> tieBreak,
        @Nullable Integer perSchool,
        @Nullable Integer headsPercent,
        @Nullable Integer kindergartens,
        int outstandingSchools,
        int outstandingMembers) {

    /** What is compared between equals. */
    public enum Tie {
        ACCEPTANCE("现场验收得分"),
        EFFECTIVENESS("实效性得分"),
        SATISFACTION("群众满意率"),
        MUTUAL_REVIEW("互查互评得分");

        private final String chinese;

        Tie(String chinese) {
            this.chinese = chinese;
        }

        String chinese() {
            return chinese;
        }
    }

    /** What research.md proposes, and no further honours. */
    public static final SelectionRules USUAL =
            new SelectionRules(60, 80, List.of(Tie.values()), null, null, null, 0, 0);

    public SelectionRules {
        tieBreak = List.copyOf(tieBreak);
    }

    boolean limitsWell() {
        return atLeast(1, perSchool) && atLeast(0, kindergartens) && percent(headsPercent);
    }

    private static boolean atLeast(int least, @Nullable Integer limit) {
        return limit == null || limit >= least;
    }

    private static boolean percent(@Nullable Integer share) {
        return share == null || isPercent(share);
    }

    static boolean isPercent(int value) {
        return value >= 0 && value <= 100;
    }

    boolean namesATieTwice() {
        return tieBreak.stream().distinct().count() < tieBreak.size();
    }

    String limit(@Nullable Integer value) {
        return Objects.toString(value, "不限");
    }
}

package cn.sihong.award.register;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

/**
 * An application with what was said of it, or a school or a Party member that stands for an honour
 * of its own. All points are thousandths of a point; a score that was never given is absent, which
 * is not the same as zero.
 *
 * @param applicationId of a school that stands for itself an id made of programme and school, of a
 *     member that of the nomination
 * @param schoolAcceptance the school's own result on site, absent until its inspection is locked
 * @param acceptance the application's result on site
 * @param mutualReview its trimmed mean in the closed mutual review
 * @param appraisal the mean of what the electorates said (群众评议指数)
 * @param satisfaction what staff and parents said (群众满意率); absent where neither could be counted
 * @param effectiveness what the school got on site for 实效性
 * @param head whether the nominee leads a school
 * @param kindergarten whether the school is one
 * @param openFindings how many findings of the school nobody has closed
 * @param vetoed whether the Party group ruled it or its school out (一票否决)
 */
public record Candidate(
        UUID applicationId,
        String number,
        String category,
        UUID schoolId,
        @Nullable Long schoolAcceptance,
        @Nullable Long mutualReview,
        @Nullable Long appraisal,
        @Nullable Long acceptance,
        @Nullable Long supervision,
        @Nullable Long satisfaction,
        @Nullable Long effectiveness,
        boolean head,
        boolean kindergarten,
        int openFindings,
        boolean vetoed) {

    /** The category of schools that stand for themselves (R60). */
    public static final String OUTSTANDING_SCHOOL = "OUTSTANDING_SCHOOL";

    /** The category of Party members whom their schools put forward (R61). */
    public static final String OUTSTANDING_MEMBER = "OUTSTANDING_MEMBER";

    /** The two further honours, for which nobody applies with a project. */
    public static final Set<String> FURTHER = Set.of(OUTSTANDING_SCHOOL, OUTSTANDING_MEMBER);
}

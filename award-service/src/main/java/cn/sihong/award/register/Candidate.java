package cn.sihong.award.register;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * An application with what was said of it. All points are thousandths of a point; a score that was
 * never given is absent, which is not the same as zero.
 *
 * @param schoolAcceptance the school's own result on site, absent until its inspection is locked
 * @param acceptance the application's result on site
 * @param mutualReview its trimmed mean in the closed mutual review
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
        @Nullable Long supervision) {}

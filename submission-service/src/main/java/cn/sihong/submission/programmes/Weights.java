package cn.sihong.submission.programmes;

/** Shares of the composite score in whole per cent; they add up to 100. */
public record Weights(int mutualReview, int appraisal, int acceptance, int supervision) {

    boolean hasNegative() {
        return Math.min(Math.min(mutualReview, appraisal), Math.min(acceptance, supervision)) < 0;
    }

    int sum() {
        return mutualReview + appraisal + acceptance + supervision;
    }
}

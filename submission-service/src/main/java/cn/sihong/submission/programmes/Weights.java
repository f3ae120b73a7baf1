package cn.sihong.submission.programmes;

/** Shares of the composite score in whole per cent; they add up to 100. */
public record Weights(int mutualReview, int appraisal, int acceptance, int supervision) {

    int sum() {
        return mutualReview + appraisal + acceptance + supervision;
    }
}

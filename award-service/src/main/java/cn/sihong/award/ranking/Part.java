package cn.sihong.award.ranking;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programme.Weights;

import org.jspecify.annotations.Nullable;

/** A part of the composite score (research.md §3.4.3). */
public enum Part {
    MUTUAL_REVIEW("互查互评"),
    APPRAISAL("群众评议"),
    ACCEPTANCE("现场验收"),
    SUPERVISION("督查整改");

    private final String word;

    Part(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** In whole per cent. */
    public int share(Weights weights) {
        return switch (this) {
            case MUTUAL_REVIEW -> weights.mutualReview();
            case APPRAISAL -> weights.appraisal();
            case ACCEPTANCE -> weights.acceptance();
            case SUPERVISION -> weights.supervision();
        };
    }

    /** In thousandths of a point; absent when it was never given, which is not zero. */
    public @Nullable Long given(Candidate candidate) {
        return switch (this) {
            case MUTUAL_REVIEW -> candidate.mutualReview();
            case APPRAISAL -> candidate.appraisal();
            case ACCEPTANCE -> candidate.acceptance();
            case SUPERVISION -> candidate.supervision();
        };
    }
}

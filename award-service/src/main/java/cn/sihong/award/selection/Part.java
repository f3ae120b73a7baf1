package cn.sihong.award.selection;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programme.Weights;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** A part of the composite score (research.md §3.4.3). */
enum Part {
    MUTUAL_REVIEW("互查互评"),
    APPRAISAL("群众评议"),
    ACCEPTANCE("现场验收"),
    SUPERVISION("督查整改");

    private final String word;

    Part(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** In whole per cent. */
    int share(Weights weights) {
        return switch (this) {
            case MUTUAL_REVIEW -> weights.mutualReview();
            case APPRAISAL -> weights.appraisal();
            case ACCEPTANCE -> weights.acceptance();
            case SUPERVISION -> weights.supervision();
        };
    }

    /** In thousandths of a point; empty when it was never given, which is not zero. */
    Optional<Long> points(Candidate candidate) {
        @Nullable Long points =
                switch (this) {
                    case MUTUAL_REVIEW -> candidate.mutualReview();
                    case APPRAISAL -> candidate.appraisal();
                    case ACCEPTANCE -> candidate.acceptance();
                    case SUPERVISION -> candidate.supervision();
                };
        return Optional.ofNullable(points);
    }
}

package cn.sihong.award.ranking;

import cn.sihong.award.register.Candidate;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What may be compared where composites are equal (research.md §4, 并列). */
public enum TieKey {
    ACCEPTANCE(Part.ACCEPTANCE) {
        @Override
        @Nullable Long points(Candidate candidate) {
            return candidate.acceptance();
        }
    },
    EFFECTIVENESS(Part.ACCEPTANCE) {
        @Override
        @Nullable Long points(Candidate candidate) {
            return candidate.effectiveness();
        }
    },
    SATISFACTION(Part.APPRAISAL) {
        @Override
        @Nullable Long points(Candidate candidate) {
            return candidate.satisfaction();
        }
    },
    MUTUAL_REVIEW(Part.MUTUAL_REVIEW) {
        @Override
        @Nullable Long points(Candidate candidate) {
            return candidate.mutualReview();
        }
    };

    /** In the order that is announced where a programme names no other. */
    public static final List<TieKey> CHAIN = List.of(values());

    private final Part part;

    TieKey(Part part) {
        this.part = part;
    }

    /** The part it belongs to; a part without weight has no say in a tie either. */
    public Part part() {
        return part;
    }

    abstract @Nullable Long points(Candidate candidate);
}

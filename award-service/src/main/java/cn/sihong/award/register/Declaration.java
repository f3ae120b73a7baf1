package cn.sihong.award.register;

import cn.sihong.award.register.Programme.Weights;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What a programme declared about its selection before the first score was given (research.md
 * §3.4.3).
 *
 * @param superseded whether another edition was published after the first score, which decides
 *     nothing
 * @param minimumAcceptance in thousandths of a point; absent for the default
 * @param minimumSatisfaction likewise
 * @param tieBreak as the programme spells it; absent for the default
 * @param outstandingSchools places for outstanding schools (R60)
 * @param outstandingMembers places for outstanding Party members (R61)
 */
public record Declaration(
        Instant publishedAt,
        boolean superseded,
        Weights weights,
        List<Places> quotas,
        @Nullable Long minimumAcceptance,
        @Nullable Long minimumSatisfaction,
        @Nullable List<String> tieBreak,
        Limits limits,
        int outstandingSchools,
        int outstandingMembers) {

    public Declaration {
        quotas = List.copyOf(quotas);
        tieBreak = tieBreak == null ? null : List.copyOf(tieBreak);
    }

    /** The quota of a category, in the order of the programme. */
    public record Places(String category, int places) {}

    /** Limits within each quota; what is absent does not limit. */
    public record Limits(
            @Nullable Integer perSchool,
            @Nullable Integer headsPercent,
            @Nullable Integer kindergartens) {

        public static final Limits NONE = new Limits(null, null, null);
    }
}

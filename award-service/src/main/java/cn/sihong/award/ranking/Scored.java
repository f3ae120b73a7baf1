package cn.sihong.award.ranking;

import cn.sihong.award.register.Candidate;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A candidate who passed the gates, with what is compared. */
final class Scored {

    /**
     * The better first; equals by number, which decides nothing but the order of a printed list.
     */
    static final Comparator<Scored> BETTER_FIRST =
            ((Comparator<Scored>) Scored::compareKeys)
                    .thenComparing(scored -> scored.candidate, Ranking.BY_NUMBER);

    private final Candidate candidate;

    /** The composite and then the links of the chain, in this order. */
    private final long[] keys;

    private Scored(Candidate candidate, long[] keys) {
        this.candidate = candidate;
        this.keys = keys;
    }

    /**
     * @param chain what all who are compared have; a score that one of them lacks is no zero and
     *     decides nothing between them
     */
    static Scored of(Rules rules, List<Part> parts, List<TieKey> chain, Candidate candidate) {
        var keys = new long[1 + chain.size()];
        for (var part : parts)
            keys[0] =
                    Math.addExact(
                            keys[0],
                            Math.multiplyExact(
                                    part.share(rules.weights()), given(part.given(candidate))));
        for (int i = 0; i < chain.size(); i++) keys[1 + i] = given(chain.get(i).points(candidate));
        return new Scored(candidate, keys);
    }

    private static long given(@Nullable Long points) {
        return Objects.requireNonNull(points);
    }

    Candidate candidate() {
        return candidate;
    }

    boolean isLevelWith(Scored other) {
        return compareKeys(other) == 0;
    }

    private int compareKeys(Scored other) {
        for (int i = 0; i < keys.length; i++) {
            int order = Long.compare(other.keys[i], keys[i]);
            if (order != 0) return order;
        }
        return 0;
    }

    Standing at(int rank, Outcome outcome, @Nullable Cap cap, boolean voted) {
        return new Standing(
                candidate.applicationId(),
                candidate.number(),
                candidate.category(),
                keys[0],
                rank,
                outcome,
                cap,
                voted,
                List.of());
    }
}

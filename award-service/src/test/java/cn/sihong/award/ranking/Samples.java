package cn.sihong.award.ranking;

import cn.sihong.award.ranking.Rules.Quota;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Checkpoint;
import cn.sihong.award.register.Declaration.Limits;
import cn.sihong.award.register.Programme.Weights;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Candidates and rules to rank, in the words of the scheme. */
final class Samples {

    static final String BASE = "RED_BASE";
    static final Weights WEIGHTS = new Weights(30, 0, 70, 0);
    static final Weights ALL_FOUR = new Weights(20, 20, 50, 10);

    private Samples() {}

    static Rules rules(int places) {
        return rules(places, WEIGHTS, Limits.NONE);
    }

    static Rules rules(int places, Limits limits) {
        return rules(places, WEIGHTS, limits);
    }

    static Rules rules(int places, Weights weights, Limits limits) {
        return new Rules(
                weights,
                List.of(new Quota(BASE, places)),
                Rules.MINIMUM_ACCEPTANCE,
                weights.appraisal() > 0 ? Rules.MINIMUM_SATISFACTION : null,
                TieKey.CHAIN.stream().filter(key -> key.part().share(weights) > 0).toList(),
                limits);
    }

    /** Somebody of whom only what a test is about has to be said. */
    record Someone(
            int number,
            int school,
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

        static Someone scored(int number, @Nullable Long mutualReview, @Nullable Long acceptance) {
            return new Someone(
                    number,
                    number,
                    80_000L,
                    mutualReview,
                    null,
                    acceptance,
                    null,
                    null,
                    null,
                    false,
                    false,
                    0,
                    false);
        }

        /** Equal to everybody else with these points. */
        static Candidate of(int number, long points) {
            return scored(number, points, points).candidate();
        }

        Someone atSchool(int which) {
            return new Someone(
                    number,
                    which,
                    schoolAcceptance,
                    mutualReview,
                    appraisal,
                    acceptance,
                    supervision,
                    satisfaction,
                    effectiveness,
                    head,
                    kindergarten,
                    openFindings,
                    vetoed);
        }

        Someone schoolGot(@Nullable Long points) {
            return new Someone(
                    number,
                    school,
                    points,
                    mutualReview,
                    appraisal,
                    acceptance,
                    supervision,
                    satisfaction,
                    effectiveness,
                    head,
                    kindergarten,
                    openFindings,
                    vetoed);
        }

        Someone appraised(@Nullable Long index, @Nullable Long satisfied) {
            return new Someone(
                    number,
                    school,
                    schoolAcceptance,
                    mutualReview,
                    index,
                    acceptance,
                    supervision,
                    satisfied,
                    effectiveness,
                    head,
                    kindergarten,
                    openFindings,
                    vetoed);
        }

        Someone supervised(@Nullable Long points) {
            return new Someone(
                    number,
                    school,
                    schoolAcceptance,
                    mutualReview,
                    appraisal,
                    acceptance,
                    points,
                    satisfaction,
                    effectiveness,
                    head,
                    kindergarten,
                    openFindings,
                    vetoed);
        }

        Someone effective(@Nullable Long points) {
            return new Someone(
                    number,
                    school,
                    schoolAcceptance,
                    mutualReview,
                    appraisal,
                    acceptance,
                    supervision,
                    satisfaction,
                    points,
                    head,
                    kindergarten,
                    openFindings,
                    vetoed);
        }

        Someone headOfSchool() {
            return new Someone(
                    number,
                    school,
                    schoolAcceptance,
                    mutualReview,
                    appraisal,
                    acceptance,
                    supervision,
                    satisfaction,
                    effectiveness,
                    true,
                    kindergarten,
                    openFindings,
                    vetoed);
        }

        Someone ofKindergarten() {
            return new Someone(
                    number,
                    school,
                    schoolAcceptance,
                    mutualReview,
                    appraisal,
                    acceptance,
                    supervision,
                    satisfaction,
                    effectiveness,
                    head,
                    true,
                    openFindings,
                    vetoed);
        }

        Someone withOpenFinding() {
            return new Someone(
                    number,
                    school,
                    schoolAcceptance,
                    mutualReview,
                    appraisal,
                    acceptance,
                    supervision,
                    satisfaction,
                    effectiveness,
                    head,
                    kindergarten,
                    1,
                    vetoed);
        }

        Someone ruledOut() {
            return new Someone(
                    number,
                    school,
                    schoolAcceptance,
                    mutualReview,
                    appraisal,
                    acceptance,
                    supervision,
                    satisfaction,
                    effectiveness,
                    head,
                    kindergarten,
                    openFindings,
                    true);
        }

        Candidate candidate() {
            return new Candidate(
                    new UUID(1, number),
                    "2027-JD-%04d".formatted(number),
                    BASE,
                    new UUID(2, school),
                    schoolAcceptance,
                    mutualReview,
                    appraisal,
                    acceptance,
                    supervision,
                    satisfaction,
                    effectiveness,
                    head,
                    kindergarten,
                    openFindings,
                    vetoed);
        }
    }

    /** Few different points, so that many stand equal; some were never scored. */
    static List<Candidate> someCandidates(Random random) {
        var candidates = new ArrayList<Candidate>();
        int n = 2 + random.nextInt(25);
        for (int i = 0; i < n; i++) {
            var one =
                    Someone.scored(i, perhaps(random, 6), 58_000L + 2_000L * random.nextInt(6))
                            .atSchool(random.nextInt(8))
                            .appraised(perhaps(random, 9), perhaps(random, 9))
                            .supervised(perhaps(random, 9))
                            .effective(perhaps(random, 12));
            if (random.nextInt(4) == 0) one = one.headOfSchool();
            if (random.nextInt(4) == 0) one = one.ofKindergarten();
            if (random.nextInt(15) == 0) one = one.withOpenFinding();
            candidates.add(one.candidate());
        }
        return candidates;
    }

    private static @Nullable Long perhaps(Random random, int often) {
        return random.nextInt(often) == 0 ? null : 76_000L + 2_000L * random.nextInt(8);
    }

    static Rules someRules(Random random) {
        return rules(
                random.nextInt(12),
                random.nextBoolean() ? WEIGHTS : ALL_FOUR,
                new Limits(
                        random.nextBoolean() ? null : 1 + random.nextInt(3),
                        random.nextBoolean() ? null : 10 * random.nextInt(6),
                        random.nextBoolean() ? null : random.nextInt(3)));
    }

    static ResultPackage packageOf(Rules rules, List<Candidate> candidates) {
        return packageOf(rules, candidates, List.of());
    }

    static ResultPackage packageOf(Rules rules, List<Candidate> candidates, List<UUID> objected) {
        return ResultPackage.compute(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Checkpoint(candidates.size(), "ab".repeat(32)),
                rules,
                candidates,
                objected);
    }
}

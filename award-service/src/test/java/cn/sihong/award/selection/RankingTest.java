package cn.sihong.award.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Programme.Weights;
import cn.sihong.award.selection.Rules.Quota;
import cn.sihong.platform.problem.InvalidInput;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

class RankingTest {

    private static final Weights WEIGHTS = new Weights(30, 0, 70, 0);

    @Test
    void theBetterCompositeStandsFirst() {
        var better = aCandidate(1, 90_000L, 80_000L);
        var worse = aCandidate(2, 80_000L, 80_000L);
        var standings = Ranking.of(rules(1), List.of(worse, better));
        assertThat(standings.getFirst().applicationId()).isEqualTo(better.applicationId());
        assertThat(standings)
                .extracting(Standing::outcome)
                .containsExactly(Outcome.SELECTED, Outcome.RESERVE);
        assertThat(standings.getFirst().composite()).isEqualTo(30 * 90_000L + 70 * 80_000L);
    }

    @Test
    void withFewerCandidatesThanPlacesSomeStayEmpty() {
        var standings = Ranking.of(rules(10), List.of(aCandidate(1, 90_000L, 80_000L)));
        assertThat(standings)
                .singleElement()
                .extracting(Standing::outcome)
                .isEqualTo(Outcome.SELECTED);
    }

    @Test
    void anEqualCompositeIsDecidedByAcceptance() {
        // 30·x + 70·y is the same, the acceptance is not
        var onSite = aCandidate(1, 70_000L, 90_000L);
        var onPaper = aCandidate(2, 77_000L, 87_000L);
        var standings = Ranking.of(rules(1), List.of(onPaper, onSite));
        assertThat(standings.getFirst().composite()).isEqualTo(standings.getLast().composite());
        assertThat(standings.getFirst().applicationId()).isEqualTo(onSite.applicationId());
        assertThat(standings)
                .extracting(Standing::outcome)
                .containsExactly(Outcome.SELECTED, Outcome.RESERVE);
    }

    @Test
    void whatTheChainLeavesEqualAcrossTheEdgeIsLeftToAVote() {
        var tied = List.of(aCandidate(1, 80_000L, 80_000L), aCandidate(2, 80_000L, 80_000L));
        var frozen = Ranking.of(rules(1), tied);
        assertThat(frozen).extracting(Standing::outcome).containsOnly(Outcome.TIED);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Ties.requireSettled(frozen, Map.of()));
        var order = List.of(tied.getLast().applicationId(), tied.getFirst().applicationId());
        Ties.requireSettled(frozen, Map.of("RED_BASE", order));
        var settled = Ties.settled(frozen, rules(1), Map.of("RED_BASE", order));
        assertThat(outcomeOf(settled, order.getFirst())).isEqualTo(Outcome.SELECTED);
        assertThat(outcomeOf(settled, order.getLast())).isEqualTo(Outcome.RESERVE);
    }

    @Test
    void equalsInsideTheQuotaNeedNoVote() {
        var equals = List.of(aCandidate(1, 80_000L, 80_000L), aCandidate(2, 80_000L, 80_000L));
        assertThat(Ranking.of(rules(2), equals))
                .extracting(Standing::outcome)
                .containsOnly(Outcome.SELECTED);
    }

    @Test
    void aMissingScoreIsNoZeroButAGate() {
        var unheard = aCandidate(1, null, 95_000L);
        var weak = aCandidate(2, 0L, 60_000L);
        var standings = Ranking.of(rules(10), List.of(unheard, weak));
        assertThat(outcomeOf(standings, weak.applicationId())).isEqualTo(Outcome.SELECTED);
        assertThat(standings.getLast().gates()).containsExactly(Gate.NO_MUTUAL_REVIEW);
        assertThat(standings.getLast().rank()).isNull();
    }

    @Test
    void aSchoolBelowSixtyOrNotAcceptedIsGatedOutAndToldAllReasons() {
        var low = withSchool(1, 59_999L);
        var unseen = withSchool(2, null);
        var standings = Ranking.of(rules(10), List.of(low, unseen));
        assertThat(standings).extracting(Standing::outcome).containsOnly(Outcome.GATED_OUT);
        assertThat(standings.getFirst().gates()).containsExactly(Gate.SCHOOL_BELOW_MINIMUM);
        assertThat(standings.getLast().gates()).containsExactly(Gate.SCHOOL_NOT_ACCEPTED);
    }

    @Test
    void theOrderInWhichCandidatesComeChangesNothing() {
        var random = new Random(7);
        for (int run = 0; run < 200; run++) {
            var candidates = new ArrayList<>(someCandidates(random));
            var first = Ranking.of(rules(5), candidates);
            Collections.shuffle(candidates, random);
            assertThat(Ranking.of(rules(5), candidates)).isEqualTo(first);
        }
    }

    @Test
    void aThousandRandomProgrammesAreComputedAgainToTheByte() {
        var random = new Random(42);
        for (int run = 0; run < 1_000; run++) {
            var candidates = someCandidates(random);
            var rules = rules(1 + random.nextInt(12));
            var made =
                    PackageText.of(
                            new ResultPackage(
                                    Ranking.CODE,
                                    UUID.randomUUID(),
                                    UUID.randomUUID(),
                                    rules,
                                    candidates,
                                    Ranking.of(rules, candidates)));
            assertThat(Recompute.of(made).same()).isTrue();
        }
    }

    @Test
    void aPackageWhoseOutputWasTouchedUpIsFound() {
        var candidates = someCandidates(new Random(3));
        var rules = rules(5);
        var touched = new ArrayList<>(Ranking.of(rules, candidates));
        Collections.swap(touched, 0, touched.size() - 1);
        var forged =
                PackageText.of(
                        new ResultPackage(
                                Ranking.CODE,
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                rules,
                                candidates,
                                touched));
        assertThat(Recompute.of(forged).same()).isFalse();
    }

    private static Outcome outcomeOf(List<Standing> standings, UUID application) {
        return standings.stream()
                .filter(standing -> standing.applicationId().equals(application))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static List<Candidate> someCandidates(Random random) {
        var candidates = new ArrayList<Candidate>();
        int n = 2 + random.nextInt(20);
        for (int i = 0; i < n; i++)
            candidates.add(
                    aCandidate(
                            i,
                            random.nextInt(6) == 0 ? null : 60_000L + 500 * random.nextInt(20),
                            60_000L + 500 * random.nextInt(20)));
        return candidates;
    }

    private static Rules rules(int places) {
        return new Rules(
                WEIGHTS,
                List.of(new Quota("RED_BASE", places)),
                Rules.MINIMUM_ACCEPTANCE,
                List.of(Part.ACCEPTANCE, Part.MUTUAL_REVIEW));
    }

    private static Candidate aCandidate(
            int number, @Nullable Long mutualReview, @Nullable Long acceptance) {
        return candidate(number, 80_000L, mutualReview, acceptance);
    }

    private static Candidate withSchool(int number, @Nullable Long school) {
        return candidate(number, school, 80_000L, 80_000L);
    }

    private static Candidate candidate(
            int number,
            @Nullable Long school,
            @Nullable Long mutualReview,
            @Nullable Long acceptance) {
        return new Candidate(
                new UUID(1, number),
                "2027-JD-%04d".formatted(number),
                "RED_BASE",
                new UUID(2, number),
                school,
                mutualReview,
                null,
                acceptance,
                null);
    }
}

package cn.sihong.award.ranking;

import static cn.sihong.award.ranking.Samples.rules;
import static cn.sihong.award.ranking.Samples.someCandidates;
import static cn.sihong.award.ranking.Samples.someRules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.award.ranking.Samples.Someone;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Declaration.Limits;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class RankingTest {

    @Test
    void theBetterCompositeStandsFirst() {
        var better = Someone.scored(1, 90_000L, 80_000L).candidate();
        var worse = Someone.scored(2, 80_000L, 80_000L).candidate();
        var standings = Ranking.of(rules(1), List.of(worse, better));
        assertThat(standings.getFirst().applicationId()).isEqualTo(better.applicationId());
        assertThat(outcomes(standings)).containsExactly(Outcome.SELECTED, Outcome.RESERVE);
        assertThat(standings.getFirst().composite()).isEqualTo(30 * 90_000L + 70 * 80_000L);
    }

    @Test
    void allFourPartsWeighAsTheyWereDeclared() {
        var one =
                Someone.scored(1, 90_000L, 80_000L)
                        .appraised(95_000L, 92_000L)
                        .supervised(70_000L)
                        .candidate();
        assertThat(Ranking.of(rules(1, Samples.ALL_FOUR, Limits.NONE), List.of(one)))
                .singleElement()
                .extracting(Standing::composite)
                .isEqualTo(20 * 90_000L + 20 * 95_000L + 50 * 80_000L + 10 * 70_000L);
    }

    @Test
    void withFewerCandidatesThanPlacesSomeStayEmpty() {
        assertThat(outcomes(Ranking.of(rules(10), List.of(Someone.of(1, 90_000L)))))
                .containsExactly(Outcome.SELECTED);
    }

    @Test
    void nobodyBelowAGateIsTakenToFillAPlace() {
        var standings =
                Ranking.of(rules(10), List.of(Someone.of(1, 59_999L), Someone.of(2, 60_000L)));
        assertThat(standings.getFirst().outcome()).isEqualTo(Outcome.SELECTED);
        assertThat(standings.getLast().gates()).containsExactly(Gate.BELOW_MINIMUM);
    }

    @Test
    void anEqualCompositeIsDecidedByAcceptance() {
        // 30·x + 70·y is the same, the acceptance is not
        var onSite = Someone.scored(1, 70_000L, 90_000L).candidate();
        var onPaper = Someone.scored(2, 77_000L, 87_000L).candidate();
        var standings = Ranking.of(rules(1), List.of(onPaper, onSite));
        assertThat(standings.getFirst().composite()).isEqualTo(standings.getLast().composite());
        assertThat(standings.getFirst().applicationId()).isEqualTo(onSite.applicationId());
    }

    @Test
    void thenByEffectivenessThenBySatisfactionThenByThePeers() {
        var rules = rules(1, Samples.ALL_FOUR, Limits.NONE);
        // the composite and the acceptance are equal throughout
        var effective = whole(1, 80_000L, 80_000L, 85_000L).effective(18_000L).candidate();
        var content = whole(2, 80_000L, 80_000L, 90_000L).effective(17_000L).candidate();
        var peers = whole(3, 84_000L, 76_000L, 85_000L).effective(17_000L).candidate();
        var last = whole(4, 80_000L, 80_000L, 85_000L).effective(17_000L).candidate();
        assertThat(Ranking.of(rules, List.of(last, peers, content, effective)))
                .extracting(Standing::applicationId)
                .containsExactly(
                        effective.applicationId(),
                        content.applicationId(),
                        peers.applicationId(),
                        last.applicationId());
    }

    @Test
    void aScoreThatOneOfThemLacksDecidesNothingBetweenThem() {
        var with = Someone.scored(1, 80_000L, 80_000L).effective(20_000L).candidate();
        var without = Someone.scored(2, 80_000L, 80_000L).candidate();
        assertThat(outcomes(Ranking.of(rules(1), List.of(with, without))))
                .containsOnly(Outcome.TIED);
    }

    @Test
    void aMissingScoreIsNoZeroButAGate() {
        var unheard = Someone.scored(1, null, 95_000L).candidate();
        var weak = Someone.scored(2, 0L, 60_000L).candidate();
        var standings = Ranking.of(rules(10), List.of(unheard, weak));
        assertThat(standings.getFirst().applicationId()).isEqualTo(weak.applicationId());
        assertThat(standings.getLast().gates()).containsExactly(Gate.NO_MUTUAL_REVIEW);
        assertThat(standings.getLast().rank()).isNull();
    }

    @Test
    void whatIsNotWeighedIsNotAskedFor() {
        var one = Someone.scored(1, 90_000L, 90_000L).candidate();
        assertThat(one.appraisal()).isNull();
        assertThat(outcomes(Ranking.of(rules(1), List.of(one)))).containsOnly(Outcome.SELECTED);
    }

    @Test
    void everybodyIsToldAllTheGatesThatStoppedThem() {
        var unseen = Someone.scored(1, 90_000L, 90_000L).schoolGot(null).candidate();
        var poor = Someone.scored(2, null, null).schoolGot(59_999L).withOpenFinding().candidate();
        var standings = Ranking.of(rules(10), List.of(unseen, poor));
        assertThat(standings.getFirst().gates()).containsExactly(Gate.SCHOOL_NOT_ACCEPTED);
        assertThat(standings.getLast().gates())
                .containsExactly(
                        Gate.SCHOOL_BELOW_MINIMUM,
                        Gate.OPEN_FINDING,
                        Gate.NO_MUTUAL_REVIEW,
                        Gate.NO_ACCEPTANCE);
    }

    @Test
    void whoIsRuledOutIsNotRankedWhateverTheirPoints() {
        var best = Someone.scored(1, 99_000L, 99_000L).ruledOut().candidate();
        var next = Someone.scored(2, 70_000L, 70_000L).candidate();
        var standings = Ranking.of(rules(10), List.of(best, next));
        assertThat(standings.getFirst().applicationId()).isEqualTo(next.applicationId());
        assertThat(standings.getLast().gates()).containsExactly(Gate.VETOED);
        assertThat(standings.getLast().rank()).isNull();
    }

    @Test
    void theMassesHaveToBeContent() {
        var rules = rules(10, Samples.ALL_FOUR, Limits.NONE);
        var content = whole(1, 80_000L, 80_000L, 80_000L).candidate();
        var grudging = whole(2, 80_000L, 95_000L, 79_999L).candidate();
        var unasked = whole(3, 80_000L, 95_000L, null).candidate();
        var standings = Ranking.of(rules, List.of(content, grudging, unasked));
        assertThat(standings.get(0).outcome()).isEqualTo(Outcome.SELECTED);
        assertThat(standings.get(1).gates()).containsExactly(Gate.SATISFACTION_BELOW_MINIMUM);
        assertThat(standings.get(2).gates()).containsExactly(Gate.NO_SATISFACTION);
    }

    @Test
    void nobodyIsSelectedUnderAnOpenObjection() {
        var one = Someone.of(1, 90_000L);
        var standings = Ranking.of(rules(1), List.of(one), Set.of(one.applicationId()), Map.of());
        assertThat(standings.getFirst().gates()).containsExactly(Gate.OPEN_OBJECTION);
    }

    @Test
    void anUnknownCategoryIsToldSo() {
        var rules = new Rules(Samples.WEIGHTS, List.of(), 60_000, null, List.of(), Limits.NONE);
        assertThat(Ranking.of(rules, List.of(Someone.of(1, 90_000L))).getFirst().gates())
                .containsExactly(Gate.NO_SUCH_CATEGORY);
    }

    @Test
    void theOrderInWhichCandidatesComeChangesNothing() {
        var random = new Random(7);
        for (int run = 0; run < 300; run++) {
            var candidates = new ArrayList<>(someCandidates(random));
            var rules = someRules(random);
            var first = Ranking.of(rules, candidates);
            Collections.shuffle(candidates, random);
            assertThat(Ranking.of(rules, candidates)).isEqualTo(first);
        }
    }

    @Test
    void inNoRandomProgrammeAreThereMoreWinnersThanPlacesOrTheRulesBentForAnybody() {
        var random = new Random(11);
        for (int run = 0; run < 1_000; run++) {
            var candidates = someCandidates(random);
            var rules = someRules(random);
            holds(rules, candidates, Ranking.of(rules, candidates));
        }
    }

    /** Invariant 8, and that the better is passed over only for a limit or a vote. */
    private static void holds(Rules rules, List<Candidate> candidates, List<Standing> standings) {
        int places = rules.placesOf(Samples.BASE);
        var selected = standings.stream().filter(one -> one.outcome() == Outcome.SELECTED).toList();
        assertThat(selected.size()).isLessThanOrEqualTo(places);
        assertThat(standings).hasSameSizeAs(candidates);
        assertThat(standings.stream().filter(one -> one.rank() == null))
                .allMatch(one -> !one.gates().isEmpty());
        int worst = selected.stream().mapToInt(RankingTest::rank).max().orElse(0);
        assertThat(
                        standings.stream()
                                .filter(one -> one.outcome() == Outcome.RESERVE)
                                .filter(one -> rank(one) < worst))
                .allMatch(one -> one.cap() != null);
    }

    private static int rank(Standing standing) {
        return standing.rank() == null ? Integer.MAX_VALUE : standing.rank();
    }

    private static Someone whole(
            int number, long peers, long appraisal, @Nullable Long satisfaction) {
        return Someone.scored(number, peers, 80_000L)
                .appraised(appraisal, satisfaction)
                .supervised(80_000L);
    }

    private static List<Outcome> outcomes(List<Standing> standings) {
        return standings.stream().map(Standing::outcome).toList();
    }

    @Test
    void aTieIsNeverBrokenByIdOrNumber() {
        var random = new Random(3);
        for (int run = 0; run < 100; run++) {
            var one = Someone.of(random.nextInt(1_000), 80_000L);
            var other = Someone.of(1_000 + random.nextInt(1_000), 80_000L);
            assertThat(outcomes(Ranking.of(rules(1), List.of(one, other))))
                    .containsOnly(Outcome.TIED);
        }
    }
}

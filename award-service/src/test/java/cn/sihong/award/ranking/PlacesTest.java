package cn.sihong.award.ranking;

import static cn.sihong.award.ranking.Samples.rules;
import static cn.sihong.award.ranking.Samples.someCandidates;
import static cn.sihong.award.ranking.Samples.someRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.award.ranking.Samples.Someone;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Declaration.Limits;
import cn.sihong.platform.problem.InvalidInput;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** Limits that bind, and what a vote has to order. */
class PlacesTest {

    private static final Limits ONE_A_SCHOOL = new Limits(1, null, null);
    private static final Limits FEW_HEADS = new Limits(null, 20, null);
    private static final Limits A_KINDERGARTEN = new Limits(null, null, 1);

    @Test
    void whatTheChainLeavesEqualAcrossTheEdgeIsLeftToARecordedVote() {
        var tied = List.of(Someone.of(1, 80_000L), Someone.of(2, 80_000L));
        var frozen = Samples.packageOf(rules(1), tied);
        assertThat(outcomes(frozen.output())).containsOnly(Outcome.TIED);
        refused(frozen, Map.of());

        var order = List.of(id(tied.getLast()), id(tied.getFirst()));
        Ties.requireSettled(frozen, Map.of(Samples.BASE, order));
        var settled = frozen.settled(Map.of(Samples.BASE, order));
        assertThat(settled).extracting(Standing::applicationId).containsExactlyElementsOf(order);
        assertThat(outcomes(settled)).containsExactly(Outcome.SELECTED, Outcome.RESERVE);
        assertThat(settled).allMatch(Standing::voted);
    }

    @Test
    void aVoteNamesAllWhoAreTiedOnceAndNobodyElse() {
        var tied = List.of(Someone.of(1, 80_000L), Someone.of(2, 80_000L), Someone.of(3, 70_000L));
        var frozen = Samples.packageOf(rules(1), tied);
        refused(frozen, Map.of(Samples.BASE, List.of(id(tied.get(0)))));
        refused(
                frozen,
                Map.of(Samples.BASE, List.of(id(tied.get(0)), id(tied.get(1)), id(tied.get(2)))));
        refused(
                frozen,
                Map.of(Samples.BASE, List.of(id(tied.get(0)), id(tied.get(1)), id(tied.get(1)))));
        refused(
                frozen,
                Map.of(
                        Samples.BASE,
                        List.of(id(tied.get(0)), id(tied.get(1))),
                        "RED_CLASSROOM",
                        List.of(id(tied.get(2)))));
    }

    @Test
    void equalsInsideTheQuotaNeedNoVote() {
        var equals = List.of(Someone.of(1, 80_000L), Someone.of(2, 80_000L));
        assertThat(outcomes(Ranking.of(rules(2), equals))).containsOnly(Outcome.SELECTED);
    }

    @Test
    void aSchoolThatHasItsShareIsPassedOver() {
        var best = Someone.scored(1, 95_000L, 95_000L).atSchool(7).candidate();
        var second = Someone.scored(2, 90_000L, 90_000L).atSchool(7).candidate();
        var third = Someone.scored(3, 85_000L, 85_000L).atSchool(8).candidate();
        var standings = Ranking.of(rules(2, ONE_A_SCHOOL), List.of(best, second, third));
        assertThat(outcomes(standings))
                .containsExactly(Outcome.SELECTED, Outcome.RESERVE, Outcome.SELECTED);
        assertThat(standings.get(1).cap()).isEqualTo(Cap.PER_SCHOOL);
    }

    @Test
    void twoEqualsOfASchoolThatMayHaveOneAreLeftToAVoteAlthoughThereArePlaces() {
        var one = Someone.scored(1, 90_000L, 90_000L).atSchool(7).candidate();
        var other = Someone.scored(2, 90_000L, 90_000L).atSchool(7).candidate();
        var behind = Someone.of(3, 80_000L);
        var frozen = Samples.packageOf(rules(2, ONE_A_SCHOOL), List.of(one, other, behind));
        assertThat(outcomes(frozen.output()))
                .containsExactly(Outcome.TIED, Outcome.TIED, Outcome.PENDING);
        var settled = frozen.settled(Map.of(Samples.BASE, List.of(id(other), id(one))));
        assertThat(settled)
                .filteredOn(standing -> standing.outcome() == Outcome.SELECTED)
                .extracting(Standing::applicationId)
                .containsExactly(id(other), id(behind));
    }

    @Test
    void headsOfSchoolsTakeNoMoreThanTheirShare() {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < 4; i++)
            candidates.add(Someone.scored(i, 95_000L - i, 95_000L).headOfSchool().candidate());
        for (int i = 4; i < 20; i++) candidates.add(Someone.of(i, 80_000L - i));
        var standings = Ranking.of(rules(10, FEW_HEADS), candidates);
        assertThat(selected(standings)).isEqualTo(10);
        assertThat(standings.subList(0, 4))
                .extracting(Standing::cap)
                .containsExactly(null, null, Cap.HEADS, Cap.HEADS);
    }

    @Test
    void theShareIsOfThoseHonouredNotOfThePlaces() {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < 2; i++)
            candidates.add(Someone.scored(i, 95_000L - i, 95_000L).headOfSchool().candidate());
        for (int i = 2; i < 6; i++) candidates.add(Someone.of(i, 80_000L - i));
        // ten places would allow two heads; with four others one of them is all there may be
        var standings = Ranking.of(rules(10, FEW_HEADS), candidates);
        assertThat(selected(standings)).isEqualTo(5);
        assertThat(standings.get(1).cap()).isEqualTo(Cap.HEADS);
    }

    @Test
    void aPlaceIsHeldForAKindergartenThatPassedTheGates() {
        var best = Someone.of(1, 95_000L);
        var second = Someone.of(2, 90_000L);
        var kindergarten = Someone.scored(3, 70_000L, 70_000L).ofKindergarten().candidate();
        var standings = Ranking.of(rules(2, A_KINDERGARTEN), List.of(best, second, kindergarten));
        assertThat(outcomes(standings))
                .containsExactly(Outcome.SELECTED, Outcome.RESERVE, Outcome.SELECTED);
        assertThat(standings.get(1).cap()).isEqualTo(Cap.KINDERGARTENS);
    }

    @Test
    void noPlaceStaysEmptyForAKindergartenThatDidNotPass() {
        var kindergarten = Someone.scored(3, 59_000L, 59_000L).ofKindergarten().candidate();
        var standings =
                Ranking.of(
                        rules(2, A_KINDERGARTEN),
                        List.of(Someone.of(1, 95_000L), Someone.of(2, 90_000L), kindergarten));
        assertThat(selected(standings)).isEqualTo(2);
    }

    @Test
    void noPlaceStaysEmptyForAKindergartenThatAnotherLimitBars() {
        var limits = new Limits(1, null, 2);
        var one = Someone.scored(1, 70_000L, 70_000L).atSchool(7).ofKindergarten().candidate();
        var two = Someone.scored(2, 69_000L, 69_000L).atSchool(7).ofKindergarten().candidate();
        var standings =
                Ranking.of(
                        rules(2, limits),
                        List.of(Someone.of(3, 95_000L), Someone.of(4, 90_000L), one, two));
        assertThat(selected(standings)).isEqualTo(2);
    }

    @Test
    void inNoRandomProgrammeIsALimitBroken() {
        var random = new Random(13);
        for (int run = 0; run < 1_000; run++) {
            var candidates = someCandidates(random);
            var rules = someRules(random);
            var frozen = Samples.packageOf(rules, candidates);
            keepsLimits(rules.limits(), candidates, voted(frozen, random));
        }
    }

    /** As a meeting would: each tie it is shown gets an order, until none is left. */
    private static List<Standing> voted(ResultPackage frozen, Random random) {
        var orders = new HashMap<String, List<UUID>>();
        for (var ties = Ties.of(frozen.output()); !ties.isEmpty(); ) {
            ties.forEach((category, tied) -> {
                var order = new ArrayList<>(tied);
                Collections.shuffle(order, random);
                orders.computeIfAbsent(category, one -> new ArrayList<>()).addAll(order);
            });
            ties = Ties.of(frozen.settled(orders));
        }
        var settled = frozen.settled(orders);
        assertThat(outcomes(settled)).doesNotContain(Outcome.TIED, Outcome.PENDING);
        return settled;
    }

    private static void keepsLimits(
            Limits limits, List<Candidate> candidates, List<Standing> standings) {
        var known = candidates.stream().collect(Collectors.toMap(PlacesTest::id, one -> one));
        var selected =
                standings.stream()
                        .filter(one -> one.outcome() == Outcome.SELECTED)
                        .map(one -> known.get(one.applicationId()))
                        .toList();
        var perSchool = limits.perSchool();
        if (perSchool != null)
            assertThat(
                            selected.stream()
                                    .collect(
                                            Collectors.groupingBy(
                                                    Candidate::schoolId, Collectors.counting()))
                                    .values())
                    .allMatch(count -> count <= perSchool);
        var percent = limits.headsPercent();
        if (percent != null)
            assertThat(selected.stream().filter(Candidate::head).count() * 100)
                    .isLessThanOrEqualTo((long) percent * selected.size());
    }

    private static void refused(ResultPackage frozen, Map<String, List<UUID>> orders) {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Ties.requireSettled(frozen, orders));
    }

    private static UUID id(Candidate candidate) {
        return candidate.applicationId();
    }

    private static long selected(List<Standing> standings) {
        return standings.stream().filter(one -> one.outcome() == Outcome.SELECTED).count();
    }

    private static List<Outcome> outcomes(List<Standing> standings) {
        return standings.stream().map(Standing::outcome).toList();
    }
}

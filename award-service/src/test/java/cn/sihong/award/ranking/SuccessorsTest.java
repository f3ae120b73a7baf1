package cn.sihong.award.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.award.ranking.Samples.Someone;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Declaration.Limits;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who is next where a winner falls out. */
class SuccessorsTest {

    private final Candidate first = Someone.scored(1, 95_000L, 95_000L).atSchool(1).candidate();
    private final Candidate second = Someone.scored(2, 90_000L, 90_000L).atSchool(2).candidate();
    private final Candidate third = Someone.scored(3, 85_000L, 85_000L).atSchool(2).candidate();
    private final Candidate fourth = Someone.scored(4, 80_000L, 80_000L).atSchool(4).candidate();

    @Test
    void theNextInOrderComesInAndNobodyWhoStaysIsTouched() {
        assertThat(after(Limits.NONE, first, Set.of(), first, second, third, fourth))
                .containsExactly(third.applicationId());
    }

    @Test
    void whoIsBarredIsPassedOver() {
        assertThat(
                        after(
                                Limits.NONE,
                                first,
                                Set.of(third.applicationId()),
                                first,
                                second,
                                third,
                                fourth))
                .containsExactly(fourth.applicationId());
    }

    @Test
    void theLimitsHoldForTheListAsItWillBe() {
        assertThat(after(new Limits(1, null, null), first, Set.of(), first, second, third, fourth))
                .containsExactly(fourth.applicationId());
        assertThat(after(new Limits(1, null, null), second, Set.of(), first, second, third, fourth))
                .containsExactly(third.applicationId());
    }

    @Test
    void equalsAreLeftToAVote() {
        var level = Someone.scored(5, 85_000L, 85_000L).atSchool(5).candidate();
        assertThat(after(Limits.NONE, first, Set.of(), first, second, third, level))
                .containsExactlyInAnyOrder(third.applicationId(), level.applicationId());
    }

    @Test
    void theLastKindergartensPlacePassesToAKindergarten() {
        var kindergarten = Someone.scored(6, 92_000L, 92_000L).ofKindergarten().candidate();
        var another = Someone.scored(7, 70_000L, 70_000L).ofKindergarten().candidate();
        var limits = new Limits(null, null, 1);
        assertThat(after(limits, kindergarten, Set.of(), first, kindergarten, second, another))
                .containsExactly(another.applicationId());
        assertThat(after(limits, kindergarten, Set.of(), first, kindergarten, second))
                .containsExactly(second.applicationId());
    }

    @Test
    void nobodyComesInWhereNobodyIsLeft() {
        assertThat(after(Limits.NONE, first, Set.of(), first, second)).isEmpty();
    }

    private static List<UUID> after(
            Limits limits, Candidate gone, Set<UUID> barred, Candidate... all) {
        var result = Samples.packageOf(Samples.rules(2, limits), List.of(all));
        var selected =
                result.output().stream()
                        .filter(one -> one.outcome() == Outcome.SELECTED)
                        .map(Standing::applicationId)
                        .collect(Collectors.toSet());
        assertThat(selected).contains(gone.applicationId());
        selected.remove(gone.applicationId());
        var out = new HashSet<>(barred);
        out.add(gone.applicationId());
        return Successors.of(result, result.output(), Samples.BASE, selected, out).level();
    }
}

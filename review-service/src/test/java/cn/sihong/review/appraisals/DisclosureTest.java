package cn.sihong.review.appraisals;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.review.ballots.Mark;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class DisclosureTest {

    private static final List<Mark> GRADES = List.of(Mark.values()).subList(0, 5);

    @Test
    void ratesAreOfThoseWhoHadAnOpinion() {
        var tally = tally(30, 10, 6, 4, 50);
        assertThat(tally.valid()).isEqualTo(100);
        assertThat(tally.satisfaction()).contains(80_000L);
        assertThat(tally.excellence()).contains(60_000L);
        assertThat(tally(2, 0, 1, 0, 0).satisfaction()).isEmpty();
        assertThat(tally(5, 0, 1, 0, 0).satisfaction()).contains(83_333L);
        assertThat(tally(4, 3, 0, 0, 0).excellence()).contains(57_143L);
        assertThat(tally(3, 1, 0, 0, 40).satisfaction()).isEmpty();
    }

    @Test
    void invalidAndEmptyBallotsAreInNoRate() {
        var tally = new Tally(List.of(10, 10, 0, 0, 0, 7, 3));
        assertThat(tally.returned()).isEqualTo(30);
        assertThat(tally.valid()).isEqualTo(20);
        assertThat(tally.satisfaction()).contains(100_000L);
    }

    @Test
    void whereNoGroupIsSmallEverythingIsShown() {
        var shown = Disclosure.of(tally(30, 10, 6, 5, 50));
        assertThat(shown.grades()).hasSize(5);
        assertThat(shown.satisfaction()).isEqualTo(new Disclosure.Rate(78_431, 78_431));
    }

    /** Invariant 15. */
    @Test
    void ofFewerThanFiveOnlyTheirNumberIsShown() {
        var shown = Disclosure.of(tally(4, 0, 0, 0, 0));
        assertThat(shown.grades()).isEmpty();
        assertThat(shown.satisfaction()).isNull();
        assertThat(shown.valid()).isEqualTo(4);
    }

    @Test
    void noSmallGroupIsShownOrCanBeComputed() {
        var chance = new Random(15);
        for (int i = 0; i < 60; i++) {
            var tally =
                    tally(
                            chance.nextInt(12),
                            chance.nextInt(9),
                            chance.nextInt(6),
                            chance.nextInt(6),
                            chance.nextInt(6));
            var shown = Disclosure.of(tally);
            assertThat(shown.grades().values()).allMatch(count -> count >= Tally.SMALL);
            if (tally.valid() < Tally.SMALL) continue;
            var possible = everythingThatAgrees(shown);
            for (var grade : GRADES)
                if (!shown.grades().containsKey(grade))
                    assertThat(possible.get(grade))
                            .as(tally + " " + shown + grade)
                            .hasSizeGreaterThan(1);
        }
    }

    /** Somebody with a pencil and much patience: all tallies that agree with what is shown. */
    private static Map<Mark, Set<Integer>> everythingThatAgrees(Disclosure.Shown shown) {
        var possible = new HashMap<Mark, Set<Integer>>();
        int valid = shown.valid();
        for (int e = 0; e <= valid; e++)
            for (int q = 0; q <= valid - e; q++)
                for (int b = 0; b <= valid - e - q; b++)
                    for (int u = 0; u <= valid - e - q - b; u++) {
                        var tally = tally(e, q, b, u, valid - e - q - b - u);
                        if (!agrees(shown, tally)) continue;
                        for (var grade : GRADES)
                            possible.computeIfAbsent(grade, g -> new HashSet<>())
                                    .add(tally.of(grade));
                    }
        return possible;
    }

    private static boolean agrees(Disclosure.Shown shown, Tally tally) {
        for (var grade : shown.grades().entrySet())
            if (tally.of(grade.getKey()) != grade.getValue()) return false;
        var satisfaction = shown.satisfaction();
        if (satisfaction != null && tally.satisfaction().filter(satisfaction::contains).isEmpty())
            return false;
        var excellence = shown.excellence();
        return excellence == null || tally.excellence().filter(excellence::contains).isPresent();
    }

    private static Tally tally(int e, int q, int b, int u, int k) {
        return new Tally(List.of(e, q, b, u, k, 0, 0));
    }
}

package cn.sihong.review.draw;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Random trees, conflicts and histories: each is drawn without fault, or refused for a reason. */
class DrawPropertiesTest {

    /** Sizes of the units, k, and how many conflicts and old pairs to strew with which chance. */
    record Town(List<Integer> units, int k, int conflicts, int lastYear, long chance) {
        DrawList list() {
            var list = DrawTest.list(k, units.stream().mapToInt(Integer::intValue).toArray());
            var random = new Random(chance);
            var schools = list.schools();
            var conflicts = new ArrayList<DrawList.Conflict>();
            var lastYear = new ArrayList<Pair>();
            for (int i = 0; i < conflicts(); i++)
                between(schools, random)
                        .ifPresent(it ->
                                conflicts.add(new DrawList.Conflict(it.reviewing(), it.judged())));
            for (int i = 0; i < lastYear(); i++) between(schools, random).ifPresent(lastYear::add);
            return list.with(conflicts, lastYear);
        }

        private static java.util.Optional<Pair> between(
                List<DrawList.School> schools, Random random) {
            if (schools.isEmpty()) return java.util.Optional.empty();
            var one = schools.get(random.nextInt(schools.size())).id();
            var other = schools.get(random.nextInt(schools.size())).id();
            return one.equals(other)
                    ? java.util.Optional.empty()
                    : java.util.Optional.of(new Pair(one, other));
        }
    }

    @Provide
    Arbitrary<Town> towns() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12).list().ofMinSize(0).ofMaxSize(12),
                        Arbitraries.integers().between(5, 8),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.longs())
                .as(Town::new);
    }

    @Property(tries = 400, seed = "20271101", shrinking = ShrinkingMode.OFF)
    void everyTownIsDrawnWithoutFaultOrRefusedByTheRuleThatBinds(@ForAll("towns") Town town) {
        var list = town.list();
        try {
            var draw = Draw.of(list, "seed " + town.chance());
            assertThat(DrawVerifier.faults(draw.sheet(), list.commitment())).isEmpty();
            assertThat(conflictsMet(draw)).isEmpty();
        } catch (DrawNotPossible refused) {
            switch (refused.rule()) {
                case NO_CONFLICT -> assertThat(list.conflicts()).isNotEmpty();
                case NOT_LAST_YEAR -> assertThat(list.lastYear()).isNotEmpty();
                case ALL_TOGETHER -> {}
                case ENOUGH_UNITS, NOT_RECIPROCAL, NOT_OWN_UNIT, TWO_REVIEWING_UNITS ->
                        assertThat(DrawRule.broken(list.with(List.of(), List.of())))
                                .contains(refused.rule());
            }
        }
    }

    @Property(tries = 150, seed = "20271102", shrinking = ShrinkingMode.OFF)
    void howeverManyDropOutTheMendedDrawKeepsTheRulesOrNobodyIsFound(@ForAll("towns") Town town) {
        var list = town.list();
        Draw draw;
        try {
            draw = Draw.of(list, "seed");
        } catch (DrawNotPossible refused) {
            return;
        }
        var random = new Random(town.chance());
        var scored = draw.pairs().stream().filter(pair -> random.nextInt(4) == 0).toList();
        var dropouts =
                new Dropouts(
                        some(list, random, 2),
                        some(list, random, 2),
                        List.of(
                                new DrawList.Conflict(
                                        draw.pairs().getFirst().reviewing(),
                                        draw.pairs().getFirst().judged())));
        var none = new Dropouts(List.of(), List.of(), List.of());
        try {
            var mended =
                    Replacement.of(draw.sheetHash(), list, draw.pairs(), scored, none, dropouts);
            assertThat(
                            DrawVerifier.faults(
                                    draw.sheet(), list.commitment(), List.of(mended.sheet())))
                    .isEmpty();
            assertThat(mended)
                    .isEqualTo(
                            Replacement.of(
                                    draw.sheetHash(), list, draw.pairs(), scored, none, dropouts));
        } catch (NoReplacement nobody) {
            assertThat(list.schools().size()).isLessThan(60);
        }
    }

    private static List<UUID> some(DrawList list, Random random, int most) {
        return random.ints(random.nextInt(most + 1), 0, list.schools().size())
                .mapToObj(i -> list.schools().get(i).id())
                .toList();
    }

    private static Set<DrawList.Conflict> conflictsMet(Draw draw) {
        var met = new HashSet<DrawList.Conflict>();
        draw.pairs().forEach(it -> met.add(new DrawList.Conflict(it.reviewing(), it.judged())));
        met.retainAll(new HashSet<>(draw.list().conflicts()));
        return met;
    }
}

package cn.sihong.review.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.review.draw.DrawList.School;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

class DrawTest {

    private static final UUID PROGRAMME = new UUID(7, 7);

    /** Ten direct units and fifty schools under eight street centres, as the demonstration has. */
    private static final int[] DISTRICT = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 7, 7, 6, 6, 6, 6, 6, 6};

    /** Invariants 1 and 3: the verifier knows them and finds nothing. */
    @Test
    void aDistrictIsDrawnWithoutFault() {
        var draw = Draw.of(list(5, DISTRICT), "3 1 4 1 5 9");

        assertThat(draw.pairs()).hasSize(300);
        assertThat(faults(draw)).isEmpty();
    }

    @Test
    void sameListAndSeedGiveTheSameBytes() {
        var once = Draw.of(list(5, DISTRICT), "seed").sheet();

        for (int i = 0; i < 20; i++)
            assertThat(Draw.of(list(5, DISTRICT), "seed").sheet()).isEqualTo(once);
    }

    @Test
    void theOrderInWhichSchoolsAreListedDoesNotMatter() {
        var list = list(5, DISTRICT);
        var shuffled = new ArrayList<>(list.schools());
        Collections.shuffle(shuffled, new Random(1));

        var other = new DrawList(PROGRAMME, 5, list.seedSource(), shuffled);

        assertThat(other.commitment()).isEqualTo(list.commitment());
        assertThat(Draw.of(other, "seed")).isEqualTo(Draw.of(list, "seed"));
    }

    @Test
    void anotherSeedGivesAnotherDraw() {
        var list = list(5, DISTRICT);

        assertThat(Draw.of(list, "1").pairs()).isNotEqualTo(Draw.of(list, "2").pairs());
    }

    @Test
    void aSheetIsPinnedForEver() {
        // Whoever changes the draw breaks the promise that an old sheet can be made again.
        assertThat(Draw.of(list(5, DISTRICT), "四红 2027").sheetHash())
                .isEqualTo("25b8726b37aeb04857d4165ca9b8e6206a51d77d26e64cac1e9ef757af1ecbea");
    }

    @Test
    void randomTreesAreDrawnWithoutFaultOrRefusedByARuleThatTheyBreak() {
        var chance = new Random(20271101);
        int drawn = 0;
        int searchedInVain = 0;
        for (int i = 0; i < 1_500; i++) {
            var sizes = randomSizes(chance);
            var list = list(5 + chance.nextInt(4), sizes);
            try {
                assertThat(faults(Draw.of(list, "seed " + i))).as(describe(list)).isEmpty();
                drawn++;
            } catch (DrawNotPossible refused) {
                if (refused.rule() == DrawRule.ALL_TOGETHER) searchedInVain++;
                else assertThat(isBroken(refused.rule(), list)).as(describe(list)).isTrue();
            }
        }
        assertThat(drawn).isGreaterThan(700);
        assertThat(searchedInVain).isLessThan(5);
    }

    @Test
    void whereThereIsRoomADrawIsAlwaysFound() {
        var chance = new Random(20271102);
        for (int i = 0; i < 200; i++) {
            var sizes =
                    IntStream.range(0, 4 + chance.nextInt(8)).map(unit -> 6 + chance.nextInt(5));
            assertThat(faults(Draw.of(list(5, sizes.toArray()), "seed " + i))).isEmpty();
        }
    }

    @Test
    void listsAtTheVeryLimitAreDrawn() {
        // eleven schools of their own: everybody meets everybody, k in and k out
        assertDrawn(5, IntStream.generate(() -> 1).limit(11).toArray());
        // 4/9 of all in one unit
        assertDrawn(5, 20, 5, 5, 5, 5, 5);
        // three units, the two largest just small enough
        assertDrawn(5, 30, 30, 30);
        assertDrawn(5, 40, 40, 36);
    }

    @Test
    void whatCannotBeIsRefusedByTheRuleThatBinds() {
        assertRefused(DrawRule.ENOUGH_UNITS, 5, 30, 30);
        assertRefused(DrawRule.NOT_RECIPROCAL, 5, 4, 3, 3, 3);
        assertRefused(DrawRule.NOT_OWN_UNIT, 5, 29, 12, 12, 7);
        assertRefused(DrawRule.TWO_REVIEWING_UNITS, 5, 40, 40, 15);
        assertRefused(DrawRule.ENOUGH_UNITS, 5);
    }

    @Test
    void conflictsThatLeaveTooFewPartnersAreTheRuleThatBinds() {
        var list = list(5, 6, 6, 6, 6);
        var first = list.schools().getFirst().id();
        var conflicts =
                list.schools().stream()
                        .skip(1)
                        .map(school -> new DrawList.Conflict(first, school.id()))
                        .toList();

        assertThatExceptionOfType(DrawNotPossible.class)
                .isThrownBy(() -> Draw.of(list.with(conflicts, List.of()), "seed"))
                .satisfies(it -> assertThat(it.rule()).isEqualTo(DrawRule.NO_CONFLICT));
    }

    @Test
    void whoHasMetAllOthersLastYearCannotBeDrawnAnew() {
        var list = list(5, 6, 6, 6, 6);
        var first = list.schools().getFirst().id();
        var met = list.schools().stream().skip(1).map(it -> new Pair(first, it.id())).toList();

        assertThatExceptionOfType(DrawNotPossible.class)
                .isThrownBy(() -> Draw.of(list.with(List.of(), met), "seed"))
                .satisfies(it -> assertThat(it.rule()).isEqualTo(DrawRule.NOT_LAST_YEAR));
    }

    @Test
    void lastYearsPairsAreNotDrawnAgain() {
        var list = list(5, DISTRICT);
        var lastYear = Draw.of(list, "2027").pairs();

        var draw = Draw.of(list.with(List.of(), lastYear), "2028");

        assertThat(faults(draw)).isEmpty();
        assertThat(draw.pairs()).doesNotContainAnyElementsOf(lastYear);
    }

    @Test
    void fiftyThousandSchoolsAreDrawnWithoutFault() {
        var sizes = IntStream.range(0, 500).map(i -> 50 + i % 101).toArray();
        var draw = Draw.of(list(5, sizes), "seed");

        assertThat(draw.pairs()).hasSize(5 * draw.list().schools().size());
        assertThat(faults(draw)).isEmpty();
    }

    @Test
    void chanceIsEvenlySpread() {
        var random = new SeededRandom(Sha256.of("key"));
        var counts = new int[7];

        for (int i = 0; i < 70_000; i++) counts[random.below(7)]++;

        assertThat(counts)
                .satisfies(all -> {
                    for (int count : all) assertThat(count).isBetween(9_600, 10_400);
                });
    }

    @Test
    void theListCanBeReadBackFromItsText() {
        var list = new DrawList(PROGRAMME, 6, "福利彩票  第2027130期\n开奖号码", list(6, 3, 9).schools());

        assertThat(DrawList.parse(list.canonical())).isEqualTo(list);
        var more =
                list.with(
                        List.of(
                                new DrawList.Conflict(
                                        list.schools().get(5).id(), list.schools().get(2).id())),
                        List.of(new Pair(list.schools().get(1).id(), list.schools().get(7).id())));
        assertThat(DrawList.parse(more.canonical())).isEqualTo(more);
        assertThat(list.canonical()).contains("seed-source 福利彩票 第2027130期 开奖号码\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1 << 30, Integer.MAX_VALUE})
    void aNumberIsAlwaysBelowItsBound(int bound) {
        var random = new SeededRandom(Sha256.of("key"));

        for (int i = 0; i < 1_000; i++) assertThat(random.below(bound)).isBetween(0, bound - 1);
    }

    private static void assertDrawn(int k, int... sizes) {
        for (int i = 0; i < 20; i++)
            assertThat(faults(Draw.of(list(k, sizes), "seed " + i))).isEmpty();
    }

    private static void assertRefused(DrawRule rule, int k, int... sizes) {
        assertThatExceptionOfType(DrawNotPossible.class)
                .isThrownBy(() -> Draw.of(list(k, sizes), "seed"))
                .satisfies(refused -> {
                    assertThat(refused.rule()).isEqualTo(rule);
                    assertThat(refused.code()).isEqualTo("draw-not-possible");
                });
    }

    private static List<String> faults(Draw draw) {
        return DrawVerifier.faults(draw.sheet(), draw.list().commitment());
    }

    /** Counted anew, not asked of the rule itself. */
    private static boolean isBroken(DrawRule rule, DrawList list) {
        var units = new java.util.TreeMap<UUID, Integer>();
        list.schools().forEach(school -> units.merge(school.unitId(), 1, Integer::sum));
        var sizes = units.values().stream().sorted(Collections.reverseOrder()).toList();
        int n = list.schools().size();
        int k = list.k();
        return switch (rule) {
            case ENOUGH_UNITS -> sizes.size() < 3;
            case NOT_RECIPROCAL -> {
                int rest = n - sizes.get(0) - sizes.get(1);
                int missing =
                        sizes.get(0) * Math.max(0, 2 * k - sizes.get(1))
                                + sizes.get(1) * Math.max(0, 2 * k - sizes.get(0));
                yield n - sizes.getFirst() < 2 * k || rest * 2 * k < missing;
            }
            case NOT_OWN_UNIT ->
                    k * (n - sizes.getFirst()) - k * sizes.getFirst() < n - sizes.getFirst();
            case TWO_REVIEWING_UNITS ->
                    k * (n - sizes.get(0) - sizes.get(1)) < sizes.get(0) + sizes.get(1);
            case NO_CONFLICT, NOT_LAST_YEAR, ALL_TOGETHER -> false;
        };
    }

    private static int[] randomSizes(Random chance) {
        return IntStream.range(0, 1 + chance.nextInt(12))
                .map(unit -> 1 + chance.nextInt(1 + chance.nextInt(14)))
                .toArray();
    }

    private static String describe(DrawList list) {
        return "k = %d, %s".formatted(list.k(), DrawRule.Sizes.of(list));
    }

    static DrawList list(int k, int... sizes) {
        var schools = new ArrayList<School>();
        for (int unit = 0; unit < sizes.length; unit++)
            for (int i = 0; i < sizes[unit]; i++)
                schools.add(new School(id("school", schools.size()), id("unit", unit)));
        return new DrawList(PROGRAMME, k, "福利彩票第2027130期开奖号码", schools);
    }

    private static UUID id(String kind, int number) {
        return UUID.nameUUIDFromBytes(
                (kind + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}

package cn.sihong.review.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Who judges whom, made from the list and the seed alone.
 *
 * <ol>
 *   <li>The key of chance is SHA-256 of the list's commitment, a line end and the seed.
 *   <li>The schools, in the order of the list, are shuffled into a circle.
 *   <li>k offsets are drawn; each school judges those that stand so many places after it. This is
 *       fair in load and never mutual, but knows nothing of units.
 *   <li>Each review that breaks a rule about units, conflicts or last year's pairs changes what it
 *       is about with another one, drawn at random, until none is left: O(N·k) swaps in all.
 *   <li>If that does not come to an end, the next attempt goes on with the same chance.
 * </ol>
 *
 * @param pairs in the order of their ids as text
 */
public record Draw(DrawList list, String seed, List<Pair> pairs) {

    private static final int ATTEMPTS = 30;

    /** Swaps tried for each review before an attempt is given up; a few are enough as a rule. */
    private static final int PATIENCE = 200;

    public Draw {
        pairs = List.copyOf(pairs);
    }

    /** Makes the draw; refuses where none is possible and names the rule that binds. */
    public static Draw of(DrawList list, String seed) {
        DrawRule.requireAll(list);
        var line = DrawList.oneLine(seed);
        var chance = new SeededRandom(Sha256.of(list.commitment() + "\n" + line));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var graph = attempt(list, chance);
            if (graph.isPresent()) return new Draw(list, line, pairs(list, graph.get()));
        }
        throw new DrawNotPossible(binding(list, chance));
    }

    /** The rule without which there is a draw after all. */
    private static DrawRule binding(DrawList list, SeededRandom chance) {
        if (!list.lastYear().isEmpty() && isFound(list.with(list.conflicts(), List.of()), chance))
            return DrawRule.NOT_LAST_YEAR;
        if (!list.conflicts().isEmpty() && isFound(list.with(List.of(), List.of()), chance))
            return DrawRule.NO_CONFLICT;
        return DrawRule.ALL_TOGETHER;
    }

    private static boolean isFound(DrawList list, SeededRandom chance) {
        return IntStream.range(0, ATTEMPTS).anyMatch(i -> attempt(list, chance).isPresent());
    }

    /** The published text: the list, the seed, and each pair. */
    public String sheet() {
        var text = new StringBuilder();
        lines(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** SHA-256 of the sheet in UTF-8, hexadecimal. */
    public String sheetHash() {
        return Sha256.hexOfLines(this::lines);
    }

    private void lines(Consumer<String> to) {
        list.lines(to);
        to.accept("seed " + seed);
        for (var pair : pairs) to.accept("pair " + pair.reviewing() + ' ' + pair.judged());
    }

    private static Optional<PairGraph> attempt(DrawList list, SeededRandom chance) {
        int n = list.schools().size();
        var order = IntStream.range(0, n).toArray();
        chance.shuffle(order);
        var graph =
                new PairGraph(list.units(), Barred.of(list), order, offsets(n, list.k(), chance));
        return isRepaired(graph, chance) ? Optional.of(graph) : Optional.empty();
    }

    /** One of d and n − d for k different d, so that nothing is doubled or mutual. */
    private static int[] offsets(int n, int k, SeededRandom chance) {
        var halves = IntStream.rangeClosed(1, (n - 1) / 2).toArray();
        chance.shuffle(halves);
        return IntStream.range(0, k)
                .map(i -> chance.below(2) == 0 ? halves[i] : n - halves[i])
                .toArray();
    }

    private static boolean isRepaired(PairGraph graph, SeededRandom chance) {
        int reviews = graph.reviews();
        long patience = (long) reviews * PATIENCE;
        for (boolean clean = false; !clean; ) {
            clean = true;
            for (int review = 0; review < reviews; review++) {
                while (graph.isBroken(review)) {
                    clean = false;
                    if (patience-- == 0) return false;
                    graph.swap(review, chance.below(reviews));
                    // where the right partner is missing, moving another pair may make one
                    if (patience % 8 == 0) graph.swap(chance.below(reviews), chance.below(reviews));
                }
            }
        }
        return true;
    }

    /** The list is in the order of the ids, so numbers in order are ids in order. */
    private static List<Pair> pairs(DrawList list, PairGraph graph) {
        var schools = list.schools();
        var pairs = new ArrayList<Pair>(graph.reviews());
        for (int reviewing = 0; reviewing < schools.size(); reviewing++)
            for (int judged : graph.judgedBy(reviewing))
                pairs.add(new Pair(schools.get(reviewing).id(), schools.get(judged).id()));
        return pairs;
    }
}

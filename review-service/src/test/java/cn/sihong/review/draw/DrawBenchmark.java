package cn.sihong.review.draw;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * The draw of 500,000 schools, and of 50,000 against OR-Tools' min-cost flow with 20 candidates for
 * each school. What was drawn is counted again here, by neither the generator nor the verifier.
 *
 * <p>{@code BENCH_JAVA_OPTS=-Xmx1g scenarios/benchmarks/run review-service
 * cn.sihong.review.draw.DrawBenchmark}
 */
class DrawBenchmark {

    private static final int K = 5;
    private static final int CANDIDATES = 20;
    private static final int SCHOOLS_IN_A_UNIT = 60;

    private DrawBenchmark() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < 3; i++) draw(50_000, "warm-up " + i);
        big();
        peer();
        repeats();
    }

    private static void big() {
        var list = list(500_000);
        System.gc();
        long before = System.nanoTime();
        var draw = Draw.of(list, "07 11 23 05 19");
        double seconds = seconds(before);
        System.out.printf(
                "500,000 schools x %d: %.2f s, %d pairs, violations %d, heap at most %d MiB%n",
                K,
                seconds,
                draw.pairs().size(),
                violations(draw),
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void peer() {
        Loader.loadNativeLibraries();
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < 3; i++) {
            var list = list(50_000);
            long before = System.nanoTime();
            var draw = Draw.of(list, "seed " + i);
            double ours = seconds(before);
            before = System.nanoTime();
            long unfilled = minCostFlow(list, i);
            double theirs = seconds(before);
            ratios.add(theirs / ours);
            System.out.printf(
                    "50,000 schools x %d: %.3f s (violations %d); OR-Tools min-cost flow, %d"
                            + " candidates: %.2f s (unfilled %d); %.0f times faster%n",
                    K, ours, violations(draw), CANDIDATES, theirs, unfilled, theirs / ours);
        }
        ratios.sort(null);
        System.out.printf("median: %.0f times faster%n", ratios.get(ratios.size() / 2));
    }

    private static void repeats() {
        var hashes = new HashSet<String>();
        for (int i = 0; i < 100; i++) hashes.add(draw(5_000, "same").sheetHash());
        System.out.printf("100 repeats: %d different sheet(s)%n", hashes.size());
    }

    private static Draw draw(int schools, String seed) {
        return Draw.of(list(schools), seed);
    }

    /** Schools → k units of flow to 20 random schools of other units each → k into each school. */
    private static long minCostFlow(DrawList list, int seed) {
        var random = new Random(seed);
        int n = list.schools().size();
        var units = list.units();
        var flow = new MinCostFlow(2 * n, n * CANDIDATES);
        for (int school = 0; school < n; school++) {
            flow.setNodeSupply(school, K);
            flow.setNodeSupply(n + school, -K);
            for (int i = 0; i < CANDIDATES; i++) {
                int other = random.nextInt(n);
                while (units[other] == units[school]) other = random.nextInt(n);
                flow.addArcWithCapacityAndUnitCost(school, n + other, 1, random.nextInt(1000));
            }
        }
        if (flow.solveMaxFlowWithMinCost() != MinCostFlowBase.Status.OPTIMAL)
            throw new IllegalStateException("no flow");
        return (long) n * K - flow.getMaximumFlow();
    }

    static DrawList list(int schools) {
        var all = new ArrayList<DrawList.School>(schools);
        var random = new Random(schools);
        var units = new ArrayList<UUID>();
        for (int i = 0; i <= schools / SCHOOLS_IN_A_UNIT; i++) units.add(id(random));
        for (int i = 0; i < schools; i++)
            all.add(new DrawList.School(id(random), units.get(random.nextInt(units.size()))));
        return new DrawList(id(random), K, "公证处当日摇号", all);
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** Counted by ids, as a stranger would. */
    static long violations(Draw draw) {
        var unitOf = new HashMap<UUID, UUID>();
        draw.list().schools().forEach(school -> unitOf.put(school.id(), school.unitId()));
        var pairs = new HashSet<>(draw.pairs());
        var in = new HashMap<UUID, List<UUID>>();
        var out = new HashMap<UUID, Integer>();
        long violations = draw.pairs().size() - pairs.size();
        for (var pair : draw.pairs()) {
            if (unitOf.get(pair.reviewing()).equals(unitOf.get(pair.judged()))) violations++;
            if (pairs.contains(new Pair(pair.judged(), pair.reviewing()))) violations++;
            in.computeIfAbsent(pair.judged(), school -> new ArrayList<>(K))
                    .add(unitOf.get(pair.reviewing()));
            out.merge(pair.reviewing(), 1, Integer::sum);
        }
        for (var school : draw.list().schools()) {
            var judges = in.getOrDefault(school.id(), List.of());
            if (judges.size() != K || out.getOrDefault(school.id(), 0) != K) violations++;
            if (new HashSet<>(judges).size() < 2) violations++;
        }
        return violations;
    }

    static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}

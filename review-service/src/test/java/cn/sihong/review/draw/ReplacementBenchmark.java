package cn.sihong.review.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * One school in a hundred withdraws late. The named peer is the draw itself, made anew without
 * them.
 *
 * <p>{@code scenarios/benchmarks/run review-service cn.sihong.review.draw.ReplacementBenchmark}
 */
class ReplacementBenchmark {

    private static final Dropouts NOBODY = new Dropouts(List.of(), List.of(), List.of());

    private ReplacementBenchmark() {}

    public static void main(String[] arguments) {
        for (int i = 0; i < 3; i++) mended(50_000, false);
        mended(50_000, true);
        mended(500_000, true);
    }

    private static void mended(int schools, boolean told) {
        var list = DrawBenchmark.list(schools);
        var draw = Draw.of(list, "seed");
        var withdrawn = withdrawn(list);
        var desk = Desk.of(list, draw.pairs(), List.of(), NOBODY);
        var dropouts = new Dropouts(withdrawn, List.of(), List.of());
        System.gc();
        long before = System.nanoTime();
        var mended = desk.replace("", List.of(), dropouts);
        double ours = DrawBenchmark.seconds(before);
        var gone = new HashSet<>(withdrawn);
        var rest =
                new DrawList(
                        list.programmeId(),
                        list.k(),
                        "seed",
                        list.schools().stream().filter(it -> !gone.contains(it.id())).toList());
        before = System.nanoTime();
        var anew = Draw.of(rest, "another seed");
        double theirs = DrawBenchmark.seconds(before);
        if (!told) return;
        var old = new HashSet<>(draw.pairs());
        long changedAnew = anew.pairs().stream().filter(pair -> !old.contains(pair)).count();
        System.out.printf(
                "%,d schools, %,d withdraw: mended in %.3f s, %.2f %% of the pairs are new; drawn"
                        + " anew: %.3f s (%.0f times), %.0f %% new; violations %d%n",
                schools,
                withdrawn.size(),
                ours,
                100.0 * mended.added().size() / draw.pairs().size(),
                theirs,
                theirs / ours,
                100.0 * changedAnew / draw.pairs().size(),
                violations(draw, mended, rest));
    }

    private static List<UUID> withdrawn(DrawList list) {
        var ids = new ArrayList<>(list.schools().stream().map(DrawList.School::id).toList());
        Collections.shuffle(ids, new Random(1));
        return ids.subList(0, ids.size() / 100);
    }

    private static long violations(Draw draw, Replacement mended, DrawList rest) {
        var pairs = new HashSet<>(draw.pairs());
        pairs.removeAll(new HashSet<>(mended.gone()));
        pairs.addAll(mended.added());
        return DrawBenchmark.violations(new Draw(rest, "", List.copyOf(pairs)));
    }
}

package cn.sihong.review.draw;

import java.util.Arrays;

/**
 * Who judges whom while the draw is being made: n schools by number, each judging k and judged by
 * k, which no swap changes. Place {@code s·k + i} is the i-th review school s writes.
 */
final class PairGraph {

    private final int k;
    private final int[] unitOf;
    private final Barred barred;

    /** Whom the review at this place is about. */
    private final int[] judged;

    /** Who writes the reviews about school s: entries {@code s·k … s·k + k − 1}. */
    private final int[] judges;

    /**
     * A circulant: the school at place p of the order judges those at p + offset. No two offsets
     * are equal or add up to n, so that nothing is doubled or mutual.
     */
    PairGraph(int[] unitOf, Barred barred, int[] order, int[] offsets) {
        int n = order.length;
        this.unitOf = unitOf;
        this.barred = barred;
        this.k = offsets.length;
        this.judged = new int[n * k];
        this.judges = new int[n * k];
        for (int place = 0; place < n; place++) {
            for (int i = 0; i < k; i++) {
                int from = order[place];
                int to = order[(place + offsets[i]) % n];
                judged[from * k + i] = to;
                judges[to * k + i] = from;
            }
        }
    }

    int reviews() {
        return judged.length;
    }

    private int judging(int review) {
        return review / k;
    }

    /** Whom a school judges, in order. */
    int[] judgedBy(int school) {
        var schools = Arrays.copyOfRange(judged, school * k, school * k + k);
        Arrays.sort(schools);
        return schools;
    }

    /**
     * A review breaks a rule if it stays in its unit or is barred, or if all of its school's judges
     * share one unit.
     */
    boolean isBroken(int review) {
        int from = judging(review);
        int to = judged[review];
        return sameUnit(from, to) || barred.bars(from, to) || judgedByOneUnit(to);
    }

    /**
     * Lets two reviews change what they are about, if neither rule nor load suffers by it.
     *
     * @return whether it was done
     */
    boolean swap(int one, int other) {
        int from = judging(one);
        int to = judged[one];
        int otherFrom = judging(other);
        int otherTo = judged[other];
        if (from == otherFrom || to == otherTo) return false;
        if (!mayJudge(from, otherTo) || !mayJudge(otherFrom, to)) return false;
        int before = poor(to) + poor(otherTo);
        exchange(one, other);
        if (poor(to) + poor(otherTo) <= before) return true;
        exchange(one, other);
        return false;
    }

    private void exchange(int one, int other) {
        int to = judged[one];
        int otherTo = judged[other];
        replace(judges, to, judging(one), judging(other));
        replace(judges, otherTo, judging(other), judging(one));
        judged[one] = otherTo;
        judged[other] = to;
    }

    private void replace(int[] lists, int school, int old, int now) {
        for (int i = school * k; i < school * k + k; i++) {
            if (lists[i] != old) continue;
            lists[i] = now;
            return;
        }
        throw new IllegalStateException("no such judge");
    }

    private boolean mayJudge(int from, int to) {
        return !sameUnit(from, to)
                && !contains(judged, from, to)
                && !contains(judged, to, from)
                && !barred.bars(from, to);
    }

    private boolean contains(int[] lists, int school, int wanted) {
        for (int i = school * k; i < school * k + k; i++) if (lists[i] == wanted) return true;
        return false;
    }

    private boolean sameUnit(int one, int other) {
        return unitOf[one] == unitOf[other];
    }

    private int poor(int school) {
        return judgedByOneUnit(school) ? 1 : 0;
    }

    private boolean judgedByOneUnit(int school) {
        int first = unitOf[judges[school * k]];
        for (int i = school * k + 1; i < school * k + k; i++)
            if (unitOf[judges[i]] != first) return false;
        return true;
    }
}

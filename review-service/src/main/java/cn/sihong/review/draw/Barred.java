package cn.sihong.review.draw;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Whom each school must not judge, its own unit apart: conflicts both ways, last year's pairs. */
final class Barred {

    /** Entries of school s are {@code from[s] … from[s + 1] − 1}. */
    private final int[] from;

    private final int[] to;

    private Barred(int[] from, int[] to) {
        this.from = from;
        this.to = to;
    }

    static Barred of(DrawList list) {
        return of(list.places(), list.conflicts(), list.lastYear());
    }

    static Barred of(
            Map<UUID, Integer> places, List<DrawList.Conflict> conflicts, List<Pair> lastYear) {
        int n = places.size();
        var ends = new int[2][2 * conflicts.size() + lastYear.size()];
        int edges = 0;
        for (var conflict : conflicts) {
            int one = place(places, conflict.one());
            int other = place(places, conflict.other());
            ends[0][edges] = one;
            ends[1][edges++] = other;
            ends[0][edges] = other;
            ends[1][edges++] = one;
        }
        for (var pair : lastYear) {
            ends[0][edges] = place(places, pair.reviewing());
            ends[1][edges++] = place(places, pair.judged());
        }
        var from = new int[n + 1];
        for (int edge = 0; edge < edges; edge++) from[ends[0][edge] + 1]++;
        for (int school = 0; school < n; school++) from[school + 1] += from[school];
        var next = from.clone();
        var to = new int[edges];
        for (int edge = 0; edge < edges; edge++) to[next[ends[0][edge]]++] = ends[1][edge];
        return new Barred(from, to);
    }

    boolean bars(int reviewing, int judged) {
        for (int i = from[reviewing]; i < from[reviewing + 1]; i++)
            if (to[i] == judged) return true;
        return false;
    }

    /** Whom this school must not judge. */
    IntStream barredFor(int reviewing) {
        return IntStream.range(from[reviewing], from[reviewing + 1]).map(i -> to[i]);
    }

    private static int place(Map<UUID, Integer> places, UUID school) {
        var place = places.get(school);
        if (place == null) throw new IllegalArgumentException("not on the list: " + school);
        return place;
    }
}

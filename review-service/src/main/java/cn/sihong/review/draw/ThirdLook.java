package cn.sihong.review.draw;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Who looks again where judges differ widely; drawn by the rules of the draw, chosen by nobody. */
public final class ThirdLook {

    private ThirdLook() {}

    /**
     * A school that may judge this one and does not yet, as little burdened as any; refuses if
     * there is none.
     *
     * @param pairs who judges whom by now, third looks included
     * @param out who takes no part any more, and conflicts found since the list was sealed
     * @param key what the choice follows from, known before and published
     */
    public static Pair of(
            DrawList list, Collection<Pair> pairs, Dropouts out, UUID judged, String key) {
        var met = new HashSet<UUID>();
        for (var pair : pairs) {
            if (pair.judged().equals(judged)) met.add(pair.reviewing());
            if (pair.reviewing().equals(judged)) met.add(pair.judged());
        }
        for (var conflicts : List.of(list.conflicts(), out.conflicts()))
            for (var conflict : conflicts) {
                if (conflict.one().equals(judged)) met.add(conflict.other());
                if (conflict.other().equals(judged)) met.add(conflict.one());
            }
        for (var pair : list.lastYear())
            if (pair.judged().equals(judged)) met.add(pair.reviewing());
        met.addAll(out.withdrawn());
        met.addAll(out.excused());
        var unit =
                list.schools().stream()
                        .filter(school -> school.id().equals(judged))
                        .map(DrawList.School::unitId)
                        .collect(toSet());
        var may =
                list.schools().stream()
                        .filter(school -> !unit.contains(school.unitId()))
                        .map(DrawList.School::id)
                        .filter(school -> !met.contains(school))
                        .toList();
        if (may.isEmpty()) throw new NoReplacement();
        long least = may.stream().mapToLong(school -> load(school, pairs)).min().orElseThrow();
        var leastBurdened = may.stream().filter(school -> load(school, pairs) == least).toList();
        var chance = new SeededRandom(Sha256.of(list.commitment() + "\n" + key));
        return new Pair(leastBurdened.get(chance.below(leastBurdened.size())), judged);
    }

    private static long load(UUID school, Collection<Pair> pairs) {
        return pairs.stream().filter(pair -> pair.reviewing().equals(school)).count();
    }
}

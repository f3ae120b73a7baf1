package cn.sihong.review.draw;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What makes a released draw need mending; each list in the order of the ids as text.
 *
 * @param withdrawn schools that take no part any more: they neither judge nor are judged
 * @param excused schools that are judged as before and cannot judge any more
 * @param conflicts that became known after the list was sealed
 */
public record Dropouts(
        List<UUID> withdrawn, List<UUID> excused, List<DrawList.Conflict> conflicts) {

    public Dropouts {
        var gone = List.copyOf(withdrawn);
        withdrawn = inOrder(gone);
        excused = inOrder(excused.stream().filter(school -> !gone.contains(school)).toList());
        conflicts =
                conflicts.stream()
                        .distinct()
                        .sorted(
                                comparing((DrawList.Conflict it) -> it.one().toString())
                                        .thenComparing(it -> it.other().toString()))
                        .toList();
    }

    public boolean isNothing() {
        return withdrawn.isEmpty() && excused.isEmpty() && conflicts.isEmpty();
    }

    private static List<UUID> inOrder(Collection<UUID> schools) {
        return schools.stream().distinct().sorted(comparing(UUID::toString)).toList();
    }
}

package cn.sihong.review.ballots;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists in alphabetical order, which tell nothing of the order in which things came. */
final class Ascending {

    private Ascending() {}

    static boolean contains(List<String> list, String item) {
        return Collections.binarySearch(list, item) >= 0;
    }

    /** The list with one item more. */
    static List<String> with(List<String> list, String item) {
        int place = Collections.binarySearch(list, item);
        if (place >= 0) throw new IllegalArgumentException("it is there already");
        var longer = new ArrayList<>(list);
        longer.add(-place - 1, item);
        return List.copyOf(longer);
    }

    static List<String> without(List<String> list, String item) {
        return list.stream().filter(one -> !one.equals(item)).toList();
    }
}

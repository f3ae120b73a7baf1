package cn.sihong.review.scoresheets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a sheet says.
 *
 * @param comment about the school as a whole; may be empty where there is something to score
 * @param items by application
 */
record Answers(String comment, Map<UUID, Item> items) {

    /**
     * What it says of one application.
     *
     * @param points milli-points by criterion; a criterion that is not there is not scored
     * @param notes by criterion that informs and does not count
     * @param comment may be empty
     */
    record Item(Map<String, Integer> points, Map<String, String> notes, String comment) {
        static final Item NOTHING = new Item(Map.of(), Map.of(), "");

        Item {
            points = Map.copyOf(points);
            notes = Map.copyOf(notes);
        }
    }

    Answers {
        items = Map.copyOf(items);
    }

    static Answers none() {
        return new Answers("", Map.of());
    }

    Item about(UUID application) {
        return items.getOrDefault(application, Item.NOTHING);
    }

    /** What is said of these applications; one may have been withdrawn since. */
    Answers only(Set<UUID> applications) {
        var kept = new LinkedHashMap<>(items);
        kept.keySet().retainAll(applications);
        return new Answers(comment, kept);
    }
}

package cn.sihong.review.scoresheets;

import java.util.Arrays;

/**
 * How a sheet's items are judged: on the spot, where everybody sees whose they are, or as texts
 * read blind (research.md §4 盲评).
 */
enum Kind {
    SITE("RED_READING_ROOM", "RED_BASE"),
    PAPER("RED_GARDENER", "RED_CLASSROOM");

    private final String one;
    private final String other;

    Kind(String one, String other) {
        this.one = one;
        this.other = other;
    }

    boolean covers(String category) {
        return one.equals(category) || other.equals(category);
    }

    static Kind ofCategory(String category) {
        return Arrays.stream(values())
                .filter(kind -> kind.covers(category))
                .findFirst()
                .orElseThrow();
    }
}

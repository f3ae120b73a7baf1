package cn.sihong.award.register;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * The satisfaction of each electorate, in thousandths of a point of 100; absent where nobody was
 * counted or too few to be more than advisory.
 */
record Electorates(@Nullable Long members, @Nullable Long staff, @Nullable Long parents) {

    /**
     * What was said of the application itself, where nothing was said of it what was of the school.
     */
    Electorates orOf(Electorates school) {
        return new Electorates(
                members == null ? school.members : members,
                staff == null ? school.staff : staff,
                parents == null ? school.parents : parents);
    }

    /** Each electorate weighs the same, however large it is. */
    @Nullable Long index() {
        return mean(members, staff, parents);
    }

    /** The masses without the members, who appraise apart (R49). */
    @Nullable Long satisfaction() {
        return mean(staff, parents);
    }

    private static @Nullable Long mean(@Nullable Long... given) {
        var heard = Stream.of(given).filter(Objects::nonNull).mapToLong(Long::longValue).toArray();
        return heard.length == 0 ? null : halfUp(heard);
    }

    /** Half a thousandth upwards. */
    static long halfUp(long... points) {
        long sum = 0;
        for (long one : points) sum += one;
        return Math.floorDiv(2 * sum + points.length, 2L * points.length);
    }
}

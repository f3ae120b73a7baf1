package cn.sihong.platform.paging;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/**
 * Some rows of a list, and where to go on.
 *
 * @param next give it back as {@code after} to go on; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of what was read.
     *
     * @param rows read with a limit of one more than wanted, which tells whether there is a next
     *     page
     * @param place what identifies a row's place in the order
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> place) {
        if (rows.size() <= request.limit()) return new Page<>(rows, null);
        var items = rows.subList(0, request.limit());
        return new Page<>(items, place.apply(items.getLast()));
    }
}

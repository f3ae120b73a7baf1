package cn.sihong.platform.paging;

import cn.sihong.platform.problem.InvalidInput;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.UUID;

/**
 * Which piece of a list somebody wants. A controller method takes it as an argument; the query
 * parameters are {@code after} and {@code limit}.
 *
 * @param after the {@code next} of the page before, absent for the first
 * @param size how many rows, 1 to 200, 50 unless said
 */
public record PageRequest(@Nullable String after, @Nullable Integer size) {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    public PageRequest {
        if (size != null && (size < 1 || size > MOST))
            throw new InvalidInput("limit", "每页条数应在 1 到 %d 之间。".formatted(MOST));
    }

    public int limit() {
        return size == null ? USUAL : size;
    }

    /** One row more than wanted: it is not shown, it only says that there is a next page. */
    public int limitAndOne() {
        return limit() + 1;
    }

    /** The place to go on from, where rows are ordered by their id. */
    public Optional<UUID> afterId() {
        try {
            return Optional.ofNullable(after).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput("after", "翻页位置无效，请从第一页重新查看。");
        }
    }
}

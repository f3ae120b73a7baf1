package cn.sihong.submission.views;

import cn.sihong.platform.problem.InvalidInput;

import java.util.List;
import java.util.UUID;

/**
 * A page as somebody likes to see it.
 *
 * @param page where it is, {@code /applications}
 * @param query what its address says behind the {@code ?}: filters, and columns left out
 */
record View(UUID id, String page, String name, String query) {

    /** So many of one person are still found again. */
    static final int MOST = 50;

    /**
     * Refuses a view that its owner could not keep beside the others.
     *
     * @param kept all that they keep, perhaps this one before it was changed
     */
    void mustFitAmong(List<View> kept) {
        var others = kept.stream().filter(other -> !other.id.equals(id)).toList();
        if (others.size() >= MOST) throw new TooManyViews(MOST);
        if (others.stream().anyMatch(this::isNamedLike))
            throw new InvalidInput("name", "这一页已有同名的视图，请换一个名称。");
    }

    private boolean isNamedLike(View other) {
        return page.equals(other.page) && name.equals(other.name);
    }
}

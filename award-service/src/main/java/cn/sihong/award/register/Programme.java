package cn.sihong.award.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A published programme, as far as deciding needs it.
 *
 * @param demonstration its notice clock may be shortened and its certificates say that they are
 *     samples
 * @param categories in the order of the programme
 * @param windows a stage that has none is not limited in time
 */
public record Programme(
        UUID id,
        String title,
        int year,
        Mode mode,
        boolean demonstration,
        boolean closed,
        List<Category> categories,
        Map<Stage, Window> windows,
        Weights weights) {

    public Programme {
        categories = List.copyOf(categories);
        windows = Map.copyOf(windows);
    }

    /**
     * One of the four “reds”.
     *
     * @param code {@code RED_GARDENER} and so on
     * @param quota honours at most (R59)
     */
    public record Category(String code, String name, int quota) {}

    /** When something may be done, both days included. */
    public record Window(LocalDate opensOn, LocalDate closesOn) {
        boolean contains(LocalDate day) {
            return !day.isBefore(opensOn) && !day.isAfter(closesOn);
        }
    }

    /** Shares of the composite score in whole per cent; they add up to 100. */
    public record Weights(int mutualReview, int appraisal, int acceptance, int supervision) {}

    /** Refuses a day on which the stage is not open. */
    public void requireOpen(Stage stage, LocalDate day) {
        if (closed) throw new WindowClosed();
        var window = windows.get(stage);
        if (window != null && !window.contains(day)) throw new WindowClosed(stage, window);
    }

    /** Refuses once the stage's last day has passed. */
    public void requireNotOver(Stage stage, LocalDate day) {
        if (isOver(stage, day)) throw new WindowClosed();
    }

    /** Whether the stage's last day has passed; one that is not limited never is. */
    public boolean isOver(Stage stage, LocalDate day) {
        var window = windows.get(stage);
        return closed || (window != null && day.isAfter(window.closesOn()));
    }

    /** The name of a category, {@code 红色园丁}. */
    public String nameOf(String category) {
        return categories.stream()
                .filter(one -> one.code().equals(category))
                .map(Category::name)
                .findFirst()
                .orElse(category);
    }
}

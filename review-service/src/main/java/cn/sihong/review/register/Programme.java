package cn.sihong.review.register;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A programme as reviewing knows it.
 *
 * @param closed nothing more may happen under it
 * @param windows of the stages in which others judge; a stage without a window is never open
 */
public record Programme(
        UUID id, String title, int year, boolean closed, Map<Stage, Window> windows) {

    public Programme {
        windows = Map.copyOf(windows);
    }

    public Optional<Window> window(Stage stage) {
        return Optional.ofNullable(windows.get(stage));
    }

    public void requireOpen(Stage stage, LocalDate today) {
        var window = window(stage);
        if (closed || window.filter(it -> it.isOpenOn(today)).isEmpty())
            throw new WindowClosed(stage, window, today);
    }

    public void requireNotClosed() {
        if (closed) throw new ProgrammeClosed();
    }
}

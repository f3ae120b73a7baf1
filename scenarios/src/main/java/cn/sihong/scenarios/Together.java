package cn.sihong.scenarios;

import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Several people at work at the same time, but never more than two cores can serve. */
final class Together {

    private static final int HANDS = 4;

    private Together() {}

    /** Returns when all are done; the first that fails stops those who have not begun. */
    static <T> void together(Collection<T> all, Consumer<T> deed) {
        try (var hands = Executors.newFixedThreadPool(HANDS, Thread.ofVirtual().factory())) {
            var deeds = all.stream().map(one -> hands.submit(() -> deed.accept(one))).toList();
            for (var done : deeds) {
                try {
                    done.get();
                } catch (ExecutionException e) {
                    hands.shutdownNow();
                    if (e.getCause() instanceof RuntimeException reason) throw reason;
                    throw new IllegalStateException(e.getCause());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

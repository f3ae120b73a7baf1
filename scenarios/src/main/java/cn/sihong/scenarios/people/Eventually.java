package cn.sihong.scenarios.people;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what another service learns from an event, which takes a moment. */
public final class Eventually {

    /** Ample for a service that was killed and comes back on two busy cores. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofMillis(200);

    private Eventually() {}

    /** What {@code look} finds at last; says what was waited for when it does not come. */
    public static <T> T eventually(String what, Supplier<Optional<T>> look) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = look.get();
            if (found.isPresent()) return found.get();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "等了 %d 秒也没有等到：%s".formatted(PATIENCE.toSeconds(), what));
            }
            pause();
        }
    }

    public static void eventually(String what, BooleanSupplier holds) {
        eventually(what, () -> holds.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    static void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}

package cn.sihong.scenarios;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Says what happens while it happens, each line with the time since the beginning. */
public final class Narrator {

    /** How often a long stage tells how far it is. */
    private static final long BREATH = Duration.ofSeconds(5).toNanos();

    private final PrintStream out;
    private final long began = System.nanoTime();

    private Narrator(PrintStream out) {
        this.out = out;
    }

    public static Narrator on(PrintStream out) {
        return new Narrator(out);
    }

    void says(String sentence) {
        var since = elapsed();
        out.printf("[%02d:%02d] %s%n", since.toMinutes(), since.toSecondsPart(), sentence);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** A stage of so many steps, which may be taken by several people at once. */
    Progress begins(String stage, String unit, int total) {
        return new Progress(stage, unit, total);
    }

    /** How far a stage is. */
    final class Progress {
        private final String stage;
        private final String unit;
        private final int total;
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicLong last = new AtomicLong(System.nanoTime());

        private Progress(String stage, String unit, int total) {
            this.stage = stage;
            this.unit = unit;
            this.total = total;
        }

        void step() {
            var count = done.incrementAndGet();
            var now = System.nanoTime();
            var before = last.get();
            var due = count == total || now - before > BREATH;
            if (due && last.compareAndSet(before, now)) {
                says("%s %d/%d %s".formatted(stage, count, total, unit));
            }
        }

        int done() {
            return done.get();
        }
    }
}

package cn.sihong.local;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The parts of one run on their machine: begins each as soon as what it needs answers, ends each as
 * soon as nobody needs it any more.
 */
final class Ensemble {

    /** Ample for one core under load; a start that takes longer does not come. */
    private static final Duration PATIENCE =
            Duration.ofSeconds(
                    Long.parseLong(System.getenv().getOrDefault("SIHONG_PATIENCE", "240")));

    private static final Duration FAREWELL = Duration.ofSeconds(30);

    /** Writing a start cache takes a JVM some ten seconds, many when all write at once. */
    private static final Duration FAREWELL_WITH_CACHE = Duration.ofMinutes(4);

    private static final Duration HURRIED_FAREWELL = Duration.ofSeconds(8);

    private final House house;
    private final Parts parts;
    private final Narrator narrator;
    private final Queue<Part> started = new ConcurrentLinkedQueue<>();
    private boolean abandoned;
    private @Nullable RuntimeException reason;

    Ensemble(House house, Parts parts, Narrator narrator) {
        this.house = house;
        this.parts = parts;
        this.narrator = narrator;
    }

    House house() {
        return house;
    }

    Parts parts() {
        return parts;
    }

    Optional<Child> living(Part part) {
        return Child.living(house, part.name());
    }

    /** Begins every part that does not run yet. If one fails, those begun here are ended again. */
    void start() {
        var resting = parts.all().stream().filter(part -> living(part).isEmpty()).toList();
        resting.forEach(house.ports()::requireFree);
        requireMemory(resting);
        narrator.expects(parts.all().size());
        var undo = new Thread(this::undo, "undo");
        Runtime.getRuntime().addShutdownHook(undo);
        try (var ticker = Executors.newSingleThreadScheduledExecutor();
                var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var _ = ticker.scheduleAtFixedRate(narrator::tick, 1, 1, TimeUnit.SECONDS);
            begin(hands);
        } catch (CompletionException followed) {
            undo();
            throw reason == null ? followed : reason;
        }
        Runtime.getRuntime().removeShutdownHook(undo);
    }

    private void begin(ExecutorService hands) {
        var ready = new HashMap<String, CompletableFuture<Void>>();
        for (var part : parts.all()) {
            var prepared = CompletableFuture.runAsync(() -> orAbandon(() -> prepare(part)), hands);
            var needs = part.needs().stream().map(ready::get);
            ready.put(
                    part.name(),
                    all(Stream.concat(Stream.of(prepared), needs))
                            .thenRunAsync(() -> orAbandon(() -> bringUp(part)), hands));
        }
        all(ready.values().stream()).join();
    }

    private static CompletableFuture<Void> all(Stream<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }

    /** The first failure calls off the others, who would otherwise wait for their full patience. */
    private void orAbandon(Step step) {
        try {
            attempt(step);
        } catch (RuntimeException e) {
            synchronized (this) {
                if (!abandoned) reason = e;
                abandoned = true;
            }
            throw e;
        }
    }

    private void prepare(Part part) throws IOException {
        if (living(part).isEmpty()) part.prepare(house, narrator);
    }

    private void bringUp(Part part) throws IOException, SQLException {
        var running = living(part);
        if (running.isPresent()) {
            requireSamePorts(part, running.get());
            await(part, running.get());
            narrator.wasRunning(part);
            return;
        }
        narrator.starts(part);
        await(part, launch(part));
        part.furnish(house);
        narrator.ready(part);
    }

    private synchronized Child launch(Part part) {
        // Under the same lock as undo(): whatever is begun is known to whoever ends it all.
        requireNotAbandoned();
        var child = Child.launch(house, part);
        started.add(part);
        return child;
    }

    private synchronized void requireNotAbandoned() {
        if (abandoned) throw new CannotStart("启动已取消。");
    }

    private void await(Part part, Child child) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!answers(part)) {
            if (!child.isAlive()) throw new CannotStart(obituary(part, "启动时退出了"));
            if (Instant.now().isAfter(deadline)) {
                throw new CannotStart(obituary(part, "%d 秒内没有就绪".formatted(PATIENCE.toSeconds())));
            }
            requireNotAbandoned();
            Pause.briefly();
        }
    }

    /** Whether stopping will also write start caches. */
    boolean records() {
        return parts.all().stream()
                .flatMap(part -> living(part).stream())
                .anyMatch(child -> child.training() != null);
    }

    boolean answers(Part part) {
        try {
            return part.answers(house);
        } catch (IOException | SQLException notYet) {
            return false;
        }
    }

    private String obituary(Part part, String what) {
        return "%s %s。日志在 %s，最后几行是：%n%s"
                .formatted(
                        part.title(),
                        what,
                        house.log(part.name()),
                        String.join("\n", house.lastWords(part.name(), 15)));
    }

    private void requireSamePorts(Part part, Child running) {
        if (running.ports().equals(Child.portsOf(part, house.ports()))) return;
        throw new CannotStart(
                "%s 已在端口 %s 运行，与这次要求的不同。请先执行 ./sihong down。"
                        .formatted(part.title(), running.ports().replace(" ", "、")));
    }

    private void requireMemory(List<Part> resting) {
        var needed = resting.stream().mapToInt(Part::mebibytes).sum();
        var free = Machine.availableMebibytes();
        if (free.isEmpty() || free.getAsLong() >= needed) return;
        if ("off".equals(System.getenv("SIHONG_MEMORY_CHECK"))) return;
        throw new CannotStart(
                """
                内存不足：启动大约需要 %d MiB，现在可用的只有 %d MiB。
                请关闭一些程序再试；确实要冒险启动，可执行 SIHONG_MEMORY_CHECK=off ./sihong up\
                """
                        .formatted(needed, free.getAsLong()));
    }

    /** Ends what was begun here, at once: caches are written another time. */
    private void undo() {
        List<Part> begun;
        synchronized (this) {
            abandoned = true;
            begun = List.copyOf(started);
            started.clear();
        }
        if (begun.isEmpty()) return;
        narrator.line("正在停止刚才启动的程序……");
        narrator.expects(begun.size());
        end(begun, _ -> HURRIED_FAREWELL);
    }

    /** Ends all parts, each after those that need it. */
    void stop() {
        var running = parts.all().stream().filter(part -> living(part).isPresent()).toList();
        narrator.expects(running.size());
        end(running, Ensemble::farewell);
    }

    private void end(List<Part> running, Function<Child, Duration> patience) {
        var gone = new HashMap<String, CompletableFuture<Void>>();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var part : parts.all().reversed()) {
                Runnable ending = () -> end(part, patience);
                gone.put(
                        part.name(),
                        all(parts.dependents(part).stream().map(Part::name).map(gone::get))
                                .thenRunAsync(running.contains(part) ? ending : () -> {}, hands));
            }
            all(gone.values().stream()).join();
        }
    }

    private static Duration farewell(Child child) {
        return child.training() == null ? FAREWELL : FAREWELL_WITH_CACHE;
    }

    private void end(Part part, Function<Child, Duration> patience) {
        var child = Child.recorded(house, part.name());
        if (child.isEmpty()) return;
        var since = Instant.now();
        child.get().stop(house, part.farewell(), patience.apply(child.get()));
        narrator.stopped(part, since);
    }

    /** Ends it without a farewell. */
    void kill(Part part) {
        Child.recorded(house, part.name())
                .ifPresent(child -> {
                    child.kill();
                    child.forget(house);
                });
    }

    /** Ends it in order if it lives, and begins it again; returns when it answers. */
    void restart(Part part) {
        end(part, Ensemble::farewell);
        narrator.expects(1);
        attempt(() -> {
            part.prepare(house, narrator);
            bringUp(part);
        });
    }

    /** Ends a part that lives, does the work, and begins the part again, whatever came of it. */
    void whileResting(Part part, Step work) {
        var lived = living(part).isPresent();
        if (lived) end(part, Ensemble::farewell);
        try {
            attempt(work);
        } finally {
            if (lived) restart(part);
        }
    }

    interface Step {
        void run() throws IOException, SQLException;
    }

    private static void attempt(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new CannotStart("数据库准备没有成功：" + e.getMessage(), e);
        }
    }
}

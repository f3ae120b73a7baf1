package cn.sihong.local;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * A process that this run started, as its record in {@code run/} tells. The start time is part of
 * its identity: numbers of processes come round again, and another's process is never touched.
 *
 * @param ports what it listens on, in the words of {@link #portsOf}
 */
record Child(
        String name, long pid, Instant started, String ports, Launch.@Nullable Training training) {

    /** Two readings of one start time may differ by the clock's correction, never by this much. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    /**
     * Starts the part in a session of its own, so that it outlives the launcher and its terminal.
     */
    static Child launch(House house, Part part) {
        var launch = part.launch(house);
        var log = house.log(part.name());
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                var previous = log.resolveSibling(part.name() + ".previous.log");
                Files.move(log, previous, StandardCopyOption.REPLACE_EXISTING);
            }
            var builder =
                    new ProcessBuilder(detached(launch.command()))
                            .directory(house.home().toFile())
                            .redirectInput(Path.of("/dev/null").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(launch.environment());
            // The C library's many arenas cost each JVM tens of MiB for nothing at this size.
            builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
            builder.environment().put("LC_ALL", "C.UTF-8");
            var process = builder.start();
            var started = process.info().startInstant().orElseGet(Instant::now);
            var child =
                    new Child(
                            part.name(),
                            process.pid(),
                            started,
                            portsOf(part, house.ports()),
                            launch.training());
            child.write(house);
            return child;
        } catch (IOException e) {
            throw new CannotStart("%s 无法启动：%s".formatted(part.title(), e.getMessage()), e);
        }
    }

    private static List<String> detached(List<String> command) {
        var all = new ArrayList<String>();
        if (Machine.onPath("setsid").isPresent()) all.add("setsid");
        else if (Machine.onPath("nohup").isPresent()) all.add("nohup");
        all.addAll(command);
        return all;
    }

    /** The recorded process of a part, if it still lives. */
    static Optional<Child> living(House house, String part) {
        return recorded(house, part).filter(Child::isAlive);
    }

    static Optional<Child> recorded(House house, String part) {
        var record = new Properties();
        try {
            record.load(new StringReader(Files.readString(house.run(part))));
        } catch (IOException none) {
            return Optional.empty();
        }
        var draft = record.getProperty("draft");
        var cache = record.getProperty("cache");
        var training =
                draft == null || cache == null
                        ? null
                        : new Launch.Training(Path.of(draft), Path.of(cache));
        return Optional.of(
                new Child(
                        part,
                        Long.parseLong(record.getProperty("pid", "-1")),
                        Instant.parse(record.getProperty("started", "1970-01-01T00:00:00Z")),
                        record.getProperty("ports", ""),
                        training));
    }

    static String portsOf(Part part, Ports ports) {
        return part.ports().stream()
                .map(port -> Integer.toString(ports.of(port)))
                .collect(Collectors.joining(" "));
    }

    boolean isAlive() {
        return process().isPresent();
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(_ -> !Machine.isZombie(pid))
                .filter(handle ->
                        handle.info()
                                .startInstant()
                                .map(start -> Duration.between(start, started).abs())
                                .filter(apart -> apart.compareTo(SAME_START) < 0)
                                .isPresent());
    }

    /**
     * Asks it to end, waits, and at last ends it; keeps the start cache it wrote on its way out.
     */
    void stop(House house, String signal, Duration patience) {
        process().ifPresent(handle -> ask(handle, signal));
        if (endsWithin(patience)) keepTraining();
        else kill();
        forget(house);
    }

    /** Ends it at once, as a power failure would. */
    void kill() {
        // With its children: a JVM may have begun another to write its cache.
        process()
                .ifPresent(handle -> {
                    var family = handle.descendants().toList();
                    handle.destroyForcibly();
                    family.forEach(ProcessHandle::destroyForcibly);
                });
        endsWithin(Duration.ofSeconds(10));
    }

    void forget(House house) {
        try {
            Files.deleteIfExists(house.run(name));
            if (training != null) Files.deleteIfExists(training.draft());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ask(ProcessHandle handle, String signal) {
        try {
            var asked =
                    new ProcessBuilder("kill", "-s", signal, Long.toString(handle.pid())).start();
            if (asked.waitFor() == 0) return;
        } catch (IOException e) {
            // No `kill` here: the JDK can at least say TERM.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        handle.destroy();
    }

    private boolean endsWithin(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) return false;
            Pause.briefly();
        }
        return true;
    }

    private void keepTraining() {
        if (training == null || !Files.exists(training.draft())) return;
        try {
            Files.move(training.draft(), training.cache(), StandardCopyOption.REPLACE_EXISTING);
            Cache.forgetOthers(training.cache(), name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(House house) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("pid=" + pid);
        lines.add("started=" + started);
        lines.add("ports=" + ports);
        if (training != null) {
            lines.add("draft=" + training.draft());
            lines.add("cache=" + training.cache());
        }
        Files.createDirectories(house.run(name).getParent());
        Files.write(house.run(name), lines);
    }
}

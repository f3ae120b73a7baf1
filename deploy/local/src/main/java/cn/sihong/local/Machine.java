package cn.sihong.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this machine says about memory, ports and processes; on others than Linux it knows less. */
final class Machine {

    private static final Path PROC = Path.of("/proc");

    private Machine() {}

    /**
     * Memory that a new program could have, in MiB: the machine's, or less if a container says so.
     */
    static OptionalLong availableMebibytes() {
        var machine = kibibytes(PROC.resolve("meminfo"), "MemAvailable");
        var container = containerBytes();
        if (machine.isEmpty()) return OptionalLong.empty();
        var bytes = Math.min(machine.getAsLong() << 10, container.orElse(Long.MAX_VALUE));
        return OptionalLong.of(bytes >> 20);
    }

    private static OptionalLong containerBytes() {
        var group = Path.of("/sys/fs/cgroup");
        try {
            var most = Long.parseLong(Files.readString(group.resolve("memory.max")).strip());
            var used = Long.parseLong(Files.readString(group.resolve("memory.current")).strip());
            return OptionalLong.of(most - used);
        } catch (IOException | NumberFormatException noLimit) {
            return OptionalLong.empty();
        }
    }

    /**
     * Memory a process and its children hold, in MiB. Shared pages are split among their users
     * where the machine tells (PSS); otherwise they count in full (RSS).
     */
    static OptionalLong heldMebibytes(long pid) {
        var family =
                ProcessHandle.of(pid).stream()
                        .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()));
        var sizes = family.map(one -> held(one.pid())).filter(OptionalLong::isPresent).toList();
        return sizes.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(sizes.stream().mapToLong(OptionalLong::getAsLong).sum() >> 10);
    }

    private static OptionalLong held(long pid) {
        var process = PROC.resolve(Long.toString(pid));
        var fair = kibibytes(process.resolve("smaps_rollup"), "Pss");
        return fair.isPresent() ? fair : kibibytes(process.resolve("status"), "VmRSS");
    }

    private static OptionalLong kibibytes(Path file, String field) {
        var line = Pattern.compile("(?m)^" + field + ":\\s+(\\d+) kB");
        try {
            var found = line.matcher(Files.readString(file));
            return found.find()
                    ? OptionalLong.of(Long.parseLong(found.group(1)))
                    : OptionalLong.empty();
        } catch (IOException notTold) {
            return OptionalLong.empty();
        }
    }

    /** A dead process whose parent has not asked for its end still has a number, but no life. */
    static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(PROC.resolve(pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException notTold) {
            return false;
        }
    }

    /** Who listens on a TCP port, in words, where this user may know it. */
    static Optional<String> listener(int port) {
        var sockets =
                Stream.of("net/tcp", "net/tcp6")
                        .flatMap(table -> lines(PROC.resolve(table)))
                        .map(line -> line.strip().split("\\s+"))
                        .filter(row -> row.length > 9 && row[3].equals("0A"))
                        .filter(row -> row[1].endsWith(":%04X".formatted(port)))
                        .map(row -> "socket:[" + row[9] + "]")
                        .toList();
        return ProcessHandle.allProcesses()
                .filter(process -> holdsOneOf(process.pid(), sockets))
                .findFirst()
                .map(process ->
                        "进程 %d %s"
                                .formatted(
                                        process.pid(),
                                        process.info()
                                                .command()
                                                .map(c -> Path.of(c).getFileName().toString())
                                                .orElse("")))
                .map(String::strip);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException notTold) {
            return Stream.empty();
        }
    }

    private static boolean holdsOneOf(long pid, List<String> sockets) {
        if (sockets.isEmpty()) return false;
        try (var open = Files.list(PROC.resolve(pid + "/fd"))) {
            return open.anyMatch(file -> sockets.contains(target(file)));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException goneAlready) {
            return "";
        }
    }

    /** The first program of that name on the PATH. */
    static Optional<Path> onPath(String program) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
        return Stream.of(path.split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

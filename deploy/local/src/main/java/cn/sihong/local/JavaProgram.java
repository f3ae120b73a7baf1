package cn.sihong.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A Java program in a small machine: little heap, the lightest collector, and a JDK 25 AOT cache
 * where one was recorded.
 *
 * @param heap most heap it may take, in MiB
 * @param options for the JVM, on which a recorded cache depends
 * @param properties for the program, which differ from run to run and leave the cache valid
 * @param jars what the cache depends on: the JVM refuses a cache whose jars changed
 * @param entry {@code -jar x.jar}, or {@code -cp … Main}
 */
record JavaProgram(
        String name,
        int heap,
        List<String> options,
        List<String> properties,
        List<Path> jars,
        List<String> entry,
        List<String> arguments) {

    static JavaProgram ofClassPath(String name, int heap, List<Path> jars, String main) {
        var path =
                jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return new JavaProgram(
                name, heap, List.of(), List.of(), jars, List.of("-cp", path, main), List.of());
    }

    static JavaProgram ofJar(String name, int heap, Path jar) {
        return new JavaProgram(
                name,
                heap,
                List.of(),
                List.of(),
                List.of(jar),
                List.of("-jar", jar.toString()),
                List.of());
    }

    JavaProgram with(String... more) {
        return new JavaProgram(
                name, heap, joined(options, more), properties, jars, entry, arguments);
    }

    JavaProgram where(String property, Path value) {
        var definition = "-D" + property + "=" + value;
        return new JavaProgram(
                name, heap, options, joined(properties, definition), jars, entry, arguments);
    }

    JavaProgram arguments(String... more) {
        return new JavaProgram(
                name, heap, options, properties, jars, entry, joined(arguments, more));
    }

    Launch launch(House house, Map<String, String> environment) {
        return launch(house, environment, house.trains());
    }

    /**
     * For a moment only: it uses a cache that is there, and records none, which would be a poor
     * one.
     */
    Launch once(House house, Map<String, String> environment) {
        return launch(house, environment, false);
    }

    private Launch launch(House house, Map<String, String> environment, boolean trains) {
        var fixed = new ArrayList<>(machine());
        fixed.addAll(options);
        var cache =
                Cache.folder(house.cache().resolve("aot"))
                        .resolve(name + "-" + fingerprint(fixed) + ".aot");
        var command = new ArrayList<>(List.of(java()));
        command.addAll(fixed);
        Launch.Training training = null;
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        } else if (trains) {
            // Its own name for each launcher: two runs may record into one shared cache folder.
            var draft = cache + "." + ProcessHandle.current().pid() + ".draft";
            training = new Launch.Training(Path.of(draft), cache);
            command.add("-XX:AOTCacheOutput=" + draft);
        }
        command.addAll(properties);
        command.addAll(entry);
        command.addAll(arguments);
        return new Launch(command, environment, training);
    }

    /** The JDK that runs this program runs all others too. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private List<String> machine() {
        return List.of(
                "-Xmx" + heap + "m",
                // A cache that does not fit is left aside without a page of reasons in the log.
                "-Xlog:aot*=error",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8");
    }

    private String fingerprint(List<String> fixed) {
        var facts = new ArrayList<>(fixed);
        facts.add(java());
        facts.add(Runtime.version().toString());
        try {
            for (var jar : jars) {
                facts.add(
                        "%s %d %s".formatted(jar, Files.size(jar), Files.getLastModifiedTime(jar)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Cache.fingerprint(String.join("\n", facts));
    }

    private static List<String> joined(List<String> first, String... more) {
        var all = new ArrayList<>(first);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}

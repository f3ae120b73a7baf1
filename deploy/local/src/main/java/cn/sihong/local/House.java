package cn.sihong.local;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Where one run lives.
 *
 * @param repo the checkout, whose built jars and realm files are used
 * @param home data, logs and process records of this run; deleting it forgets everything
 * @param cache unpacked servers and start caches, which several runs may share
 * @param trains whether programs without an AOT cache record one, to be written when they stop
 * @param codes whether officers give a one-time code at sign-in, as in an installation
 * @param demoPassword whether new accounts have the demo's password; else none, as in an
 *     installation
 * @param collector {@code http://host:4318}, where the programs send their traces, if anywhere
 */
record House(
        Path repo,
        Path home,
        Path cache,
        Ports ports,
        Secrets secrets,
        boolean trains,
        boolean codes,
        boolean demoPassword,
        @Nullable String collector) {

    Path data(String part) {
        return home.resolve("data").resolve(part);
    }

    Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    Path run(String part) {
        return home.resolve("run").resolve(part + ".properties");
    }

    /** The last lines a part wrote, for a person who asks why it died. */
    List<String> lastWords(String part, int lines) {
        try {
            var all = Files.readAllLines(log(part));
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /**
     * What the build of this module left in {@code target/}: libraries, or the Keycloak archive.
     */
    List<Path> built(String folder, String prefix) {
        var target = repo.resolve("deploy/local/target").resolve(folder);
        if (!Files.isDirectory(target)) throw notBuilt();
        try (var files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path builtOne(String folder, String prefix) {
        return built(folder, prefix).stream().findFirst().orElseThrow(House::notBuilt);
    }

    static CannotStart notBuilt() {
        return new CannotStart("程序还没有构建好。请先执行 ./mvnw -DskipTests package，或直接用 ./sihong up。");
    }

    /**
     * The checkout around the working directory: the first folder upwards that holds {@code mvnw}.
     */
    static Path repoAround(Path start) {
        for (var folder = start.toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) return folder;
        }
        throw new CannotStart("找不到项目目录。请在项目目录内运行 ./sihong。");
    }
}

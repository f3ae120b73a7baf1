package cn.sihong.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.sihong.scenarios.town.Town;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The portal's stories in a real browser ({@code portal/browser}), told to the platform on which
 * the programme's own story was told before. Skipped where there is no Chromium.
 */
class WorkbenchInBrowserIT {

    private static final Path PORTAL = Path.of("..", "portal").toAbsolutePath().normalize();

    private static final Pattern FAILED = Pattern.compile("\\s+\\d+ failed");
    private static final Pattern FAULT = Pattern.compile("\\s+\\d+\\) .*");
    private static final int FAULT_LINES = 100;

    @Test
    void peopleDoTheirWorkInABrowser() throws IOException, InterruptedException {
        var chromium = chromium();
        assumeTrue(chromium.isPresent(), "Chromium was not found: the browser tests are skipped");
        assumeTrue(
                Files.exists(PORTAL.resolve("node_modules/@playwright/test")),
                "The portal was built without its packages: the browser tests are skipped");
        var town = Platform.cast().town();
        var school = town.schools().getFirst();

        var stories =
                new ProcessBuilder("node", "node_modules/@playwright/test/cli.js", "test")
                        .directory(PORTAL.toFile())
                        .redirectErrorStream(true);
        var told = stories.environment();
        told.put("SIHONG_PUBLIC_URL", Platform.gateway().toString());
        told.put("SIHONG_CHROMIUM", chromium.orElseThrow().toString());
        told.put("SIHONG_SECRETARY", school.secretary().username());
        told.put("SIHONG_INFO_OFFICER", school.infoOfficer().username());
        told.put("SIHONG_REVIEWER", town.unitOf(school).reviewer().username());
        var direct = town.units().stream().filter(Town.Unit::direct).findFirst().orElseThrow();
        var directSchool = direct.schools().getFirst();
        told.put("SIHONG_DIRECT_REVIEWER", direct.reviewer().username());
        told.put("SIHONG_DIRECT_SECRETARY", directSchool.secretary().username());
        told.put("SIHONG_DIRECT_INFO_OFFICER", directSchool.infoOfficer().username());

        // read here and said here: Maven speaks with this process through its streams
        var telling = stories.start();
        var said = new ArrayList<String>();
        try (var lines = telling.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().peek(said::add).forEach(System.out::println);
        }
        assertThat(telling.waitFor())
                .as(() -> "%s%nsee portal/target/browser".formatted(ending(said)))
                .isZero();
    }

    /**
     * The names of the stories that failed, which are said last, and after them what went wrong.
     */
    private static String ending(List<String> said) {
        var names = said.stream().dropWhile(line -> !FAILED.matcher(line).matches());
        var faults =
                said.stream().dropWhile(line -> !FAULT.matcher(line).matches()).limit(FAULT_LINES);
        return Stream.concat(names, faults).collect(Collectors.joining("\n"));
    }

    private static Optional<Path> chromium() {
        return Stream.of(
                        // draws no window at all, so that it leaves more of the machine to the
                        // platform
                        "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .flatMap(name ->
                        Pattern.compile(File.pathSeparator)
                                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                                .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}

package cn.sihong.licences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything that is shipped may be; {@code target/licences.md} is the report. */
class LicencesTest {

    private static final Path REPOSITORY = Path.of("../..");

    @Test
    void everythingWeShipStandsUnderALicenceThatIsAllowed() throws IOException {
        var allowed = Allowed.in(Path.of("allowed.txt"));
        var refused = new TreeSet<String>();
        var report = new TreeMap<String, Map<String, TreeSet<String>>>();
        shipped()
                .forEach((program, components) -> {
                    assertThat(components).as(program).isNotEmpty();
                    for (var one : components) {
                        var licence = allowed.of(one);
                        if (licence.isEmpty()) refused.add(program + ": " + one);
                        report.computeIfAbsent(licence.orElse("not allowed"), _ -> new TreeMap<>())
                                .computeIfAbsent(
                                        one.name() + " " + one.version(), _ -> new TreeSet<>())
                                .add(program);
                    }
                });
        write(report);
        assertThat(refused).as("outside deploy/licences/allowed.txt").isEmpty();
    }

    /** A test of the test. */
    @Test
    void aLicenceThatNobodyAllowedIsRefused() throws IOException {
        var allowed = Allowed.in(Path.of("allowed.txt"));
        assertThat(allowed.of(new Component("a:b", "1", List.of("AGPL-3.0-only")))).isEmpty();
        assertThat(allowed.of(new Component("a:b", "1", List.of()))).isEmpty();
        assertThat(allowed.of(new Component("a:b", "1", List.of("GPL-2.0-only", "MIT"))))
                .contains("MIT");
    }

    private static Map<String, List<Component>> shipped() {
        var all = new LinkedHashMap<String, List<Component>>();
        for (var program :
                List.of("gateway", "submission-service", "review-service", "award-service")) {
            var bill = program + "/target/classes/META-INF/sbom/application.cdx.json";
            all.put(program, Component.inBill(REPOSITORY.resolve(bill)));
        }
        all.put("portal", Component.inLock(REPOSITORY.resolve("portal/package-lock.json")));
        return all;
    }

    private static void write(Map<String, Map<String, TreeSet<String>>> report) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# What we ship of others, by licence");
        report.forEach((licence, components) -> {
            lines.add("");
            lines.add("## %s: %d".formatted(licence, components.size()));
            lines.add("");
            components.forEach((name, programs) ->
                    lines.add("- " + name + " (" + String.join(", ", programs) + ")"));
        });
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/licences.md"), lines);
    }
}

package cn.sihong.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the security papers call a proof exists: a test renamed or deleted fails here. */
class SecurityDocumentsTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    /** {@code SessionsTest}, {@code SessionsTest.aSessionEndsWithKeycloaks}; in backquotes. */
    private static final Pattern PROOF = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:[.#](\\w+))?`");

    private static final Pattern PATH =
            Pattern.compile(
                    "`((?:deploy|docs|gateway|platform|portal|\\w+-service)/[\\w./-]+\\.\\w+)`");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SECURITY.md",
                "docs/security/asvs.md",
                "docs/security/threat-model.md",
                "docs/security/retention.md"
            })
    void everyProofExists(String paper) throws IOException {
        var text = Files.readString(REPOSITORY.resolve(paper));
        var tests = tests();
        var missing = new TreeSet<String>();
        PROOF.matcher(text)
                .results()
                .forEach(proof -> {
                    var source = tests.get(proof.group(1));
                    if (source == null
                            || (proof.group(2) != null
                                    && !source.contains(" " + proof.group(2) + "(")))
                        missing.add(proof.group());
                });
        PATH.matcher(text)
                .results()
                .filter(path -> Files.notExists(REPOSITORY.resolve(path.group(1))))
                .forEach(path -> missing.add(path.group()));

        assertThat(missing).isEmpty();
        assertThat(PROOF.matcher(text).results().count()).isPositive();
    }

    private static Map<String, String> tests() throws IOException {
        try (Stream<Path> modules = Files.walk(REPOSITORY, 2)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityDocumentsTest::sources)
                    .collect(
                            Collectors.toMap(
                                    file -> file.getFileName().toString().replace(".java", ""),
                                    SecurityDocumentsTest::read,
                                    String::concat));
        }
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

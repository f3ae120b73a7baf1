package cn.sihong.review.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The verifier has to find what the generator never does. */
class DrawVerifierTest {

    private final Draw draw = Draw.of(DrawTest.list(5, 4, 4, 4, 4, 4, 4), "seed");
    private final String sheet = draw.sheet();
    private final String commitment = draw.list().commitment();

    @Test
    void aTrueSheetHasNoFault() {
        assertThat(DrawVerifier.faults(sheet, commitment)).isEmpty();
    }

    /** As a citizen would: one source file, two texts, and a Java that knows nothing of ours. */
    @Test
    void theOneSourceFileChecksAPublishedSheetAsAProgram(@TempDir Path folder)
            throws IOException, InterruptedException {
        var published = Files.writeString(folder.resolve("sheet.txt"), sheet);
        assertThat(said(folder, published, 0)).contains("抽签单与承诺一致");
        var forged =
                Files.writeString(
                        folder.resolve("forged.txt"), sheet.replace(pairLines().getFirst(), ""));
        assertThat(said(folder, forged, 1)).contains("不能采信");
    }

    private String said(Path folder, Path of, int code) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var source =
                Path.of("src/main/java/cn/sihong/review/draw/DrawVerifier.java").toAbsolutePath();
        var output = folder.resolve("said.txt");
        var process =
                new ProcessBuilder(
                                java,
                                "-Dstdout.encoding=UTF-8",
                                source.toString(),
                                commitment,
                                of.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor()).as(Files.readString(output)).isEqualTo(code);
        return Files.readString(output);
    }

    @Test
    void anotherListThanTheCommittedOneIsFound() {
        assertThat(DrawVerifier.faults(sheet, "0".repeat(64)))
                .containsExactly("the list is not the one that was committed to");
        assertThat(faults(sheet.replace("reviews-per-school 5", "reviews-per-school 6")))
                .contains("the list is not the one that was committed to");
    }

    @Test
    void everyPairThatIsLeftOutOrDoubledIsFound() {
        for (var pair : pairLines()) {
            assertThat(faults(sheet.replace(pair + "\n", ""))).isNotEmpty();
            assertThat(faults(sheet + pair + "\n"))
                    .anyMatch(fault -> fault.startsWith("drawn twice"));
        }
    }

    @Test
    void everyPairThatIsTurnedRoundIsFound() {
        for (var pair : pairLines()) {
            var words = pair.split(" ");
            var turned = "pair %s %s".formatted(words[2], words[1]);
            assertThat(faults(sheet.replace(pair, turned))).isNotEmpty();
        }
    }

    @Test
    void whateverPairsAreExchangedTheRulesAreCheckedAgain() {
        var chance = new Random(5);
        var pairs = new ArrayList<>(draw.pairs());
        int found = 0;
        for (int i = 0; i < 500; i++) {
            var one = pairs.get(chance.nextInt(pairs.size()));
            var other = pairs.get(chance.nextInt(pairs.size()));
            var exchanged =
                    sheet.replace(line(one), "#")
                            .replace(line(other), line(new Pair(other.reviewing(), one.judged())))
                            .replace("#", line(new Pair(one.reviewing(), other.judged())));
            boolean breaksARule = unit(one.reviewing()).equals(unit(other.judged()));
            if (breaksARule) {
                assertThat(faults(exchanged)).isNotEmpty();
                found++;
            }
        }
        assertThat(found).isPositive();
    }

    @Test
    void aSchoolFromOutsideIsFound() {
        assertThat(faults(sheet.replace(pairLines().getFirst(), "pair x y")))
                .contains("not on the list: x", "not on the list: y");
    }

    @Test
    void nonsenseIsFaultyButHarmless() {
        assertThat(DrawVerifier.faults("", commitment)).contains("not a draw sheet", "no seed");
        assertThat(faults("pair\nschool\nreviews-per-school many\n")).isNotEmpty();
    }

    private List<String> faults(String changed) {
        return DrawVerifier.faults(changed, commitment);
    }

    private List<String> pairLines() {
        return sheet.lines().filter(line -> line.startsWith("pair ")).toList();
    }

    private static String line(Pair pair) {
        return "pair %s %s".formatted(pair.reviewing(), pair.judged());
    }

    private java.util.UUID unit(java.util.UUID school) {
        return draw.list().schools().stream()
                .filter(it -> it.id().equals(school))
                .findFirst()
                .orElseThrow()
                .unitId();
    }
}

package cn.sihong.award.ranking;

import static cn.sihong.award.ranking.Samples.packageOf;
import static cn.sihong.award.ranking.Samples.someCandidates;
import static cn.sihong.award.ranking.Samples.someRules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Invariant 17: whoever has the package computes the stored ranking again. */
class RecomputeTest {

    @TempDir Path folder;

    @Test
    void aThousandRandomProgrammesAreComputedAgainToTheByte() {
        var random = new Random(42);
        for (int run = 0; run < 1_000; run++) {
            var candidates = someCandidates(random);
            var objected =
                    candidates.stream()
                            .filter(one -> random.nextInt(20) == 0)
                            .map(one -> one.applicationId())
                            .toList();
            var made = packageOf(someRules(random), candidates, objected);
            var text = PackageText.of(made);
            assertThat(text.read()).isEqualTo(made);
            assertThat(Recompute.of(text).same()).isTrue();
        }
    }

    @Test
    void aPackageWhoseOutputWasTouchedUpIsFound() {
        var random = new Random(3);
        var made = packageOf(Samples.rules(5), someCandidates(random));
        var touched = new ArrayList<>(made.output());
        Collections.swap(touched, 0, touched.size() - 1);
        var forged =
                new ResultPackage(
                        made.code(),
                        made.selectionId(),
                        made.programmeId(),
                        made.ledger(),
                        made.rules(),
                        made.scores(),
                        made.objected(),
                        touched);
        assertThat(Recompute.of(PackageText.of(forged)).same()).isFalse();
    }

    @Test
    void theCommandSaysWhetherAFileIsThePackageOfTheNotice() throws IOException {
        var text = PackageText.of(packageOf(Samples.rules(5), someCandidates(new Random(5))));
        var file = Files.writeString(folder.resolve("package.json"), text.json());

        assertThat(said(0, file.toString())).contains("相符", text.hash(), Ranking.CODE);
        assertThat(said(0, file.toString(), text.hash())).contains("相符");
        assertThat(said(1, file.toString(), "00".repeat(32))).contains("不符");
    }

    @Test
    void theCommandFindsAChangedScoreAnotherVersionAndWhatIsNoPackage() throws IOException {
        var text =
                PackageText.of(packageOf(Samples.rules(1), Samples.someCandidates(new Random(8))));
        var score = text.json().replaceFirst("\"acceptance\":\\d+", "\"acceptance\":99999");
        var changed = Files.writeString(folder.resolve("changed.json"), score);
        assertThat(said(1, changed.toString())).contains("不符");

        var older = text.json().replace(Ranking.CODE, "sihong-ranking/1");
        var other = Files.writeString(folder.resolve("older.json"), older);
        assertThat(said(1, other.toString())).contains("另一版本");

        var none = Files.writeString(folder.resolve("none.json"), "{\"a\":1}");
        assertThat(said(2, none.toString())).contains("不是算分包");
        assertThat(said(2, folder.resolve("nowhere").toString())).contains("不是算分包");
        assertThat(said(2)).contains("用法");
    }

    private static String said(int code, String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(RecomputeCommand.run(List.of(arguments), out)).isEqualTo(code);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package cn.sihong.scenarios;

import static cn.sihong.scenarios.people.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sihong.local.Port;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** What an operator types, on the running platform and after whatever happened to it before. */
class RepairIT {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    /** How a command ended and what it said. */
    private record Said(int code, String words) {}

    @Test
    void aKeyThatCannotBeAppliedIsFoundTriedAgainAndPassedOver() {
        Platform.cast();
        Platform.topics().allIsHeard();
        allIsWell();
        var key = UUID.randomUUID().toString();
        Platform.topics().say("programmes", key, "no event at all");
        Platform.topics().say("programmes", key, "{\"type\":\"programme.painted.v9\"}");
        Platform.topics().allIsHeard();

        var found = sihong("reconcile");
        assertThat(found.code()).as(found.words()).isEqualTo(1);
        assertThat(found.words()).contains("停放的键 programmes " + key);

        var asked = sihong("replay-dead-letters");
        assertThat(asked.code()).as(asked.words()).isEqualTo(1);
        assertThat(asked.words()).contains(key, "什么也没有改变");
        var readers = readers(asked.words(), key);
        assertThat(readers)
                .contains("review-service.register.programmes", "award-service.programmes");

        var tried = sihong("replay-dead-letters", "--do");
        assertThat(tried.code()).as(tried.words()).isEqualTo(1);
        assertThat(tried.words()).contains("✗ 仍停放").doesNotContain("已补投并放行");

        for (var reader : readers) {
            var passed = sihong("unpark", reader, "programmes", key, "--do");
            assertThat(passed.code()).as(passed.words()).isZero();
            assertThat(passed.words()).contains("跳过", "补投", "✓ 已补投并放行");
        }
        allIsWell();
        assertThat(sihong("replay-dead-letters", "--do").words()).contains("没有这样的停放的键");
    }

    @ParameterizedTest
    @ValueSource(strings = {"review-register", "award-statistics"})
    void aReadCopyIsEmptiedAndReadAgainToWhatItWas(String copy) {
        Platform.cast();
        Platform.topics().allIsHeard();

        var asked = sihong("rebuild", copy);
        assertThat(asked.code()).as(asked.words()).isZero();
        assertThat(asked.words()).contains("什么也没有改变");

        var done = sihong("rebuild", copy, "--do");
        assertThat(done.code()).as(done.words()).isZero();
        var rows =
                Pattern.compile("✓ \\S+ (\\d+) 行（原有 (\\d+) 行）")
                        .matcher(done.words())
                        .results()
                        .toList();
        assertThat(rows).as(done.words()).hasSizeGreaterThan(5);
        assertThat(rows)
                .as(done.words())
                .allSatisfy(row -> assertThat(row.group(1)).isEqualTo(row.group(2)));
        givesUpAgain();
        allIsWell();
    }

    /** What was given up before is met again by whoever reads from the beginning. */
    private static void givesUpAgain() {
        Pattern.compile("停放的键 (\\S+) (\\S+)（(\\S+?)，")
                .matcher(sihong("reconcile").words())
                .results()
                .forEach(parked ->
                        assertThat(
                                        sihong(
                                                        "unpark",
                                                        parked.group(3),
                                                        parked.group(1),
                                                        parked.group(2),
                                                        "--do")
                                                .code())
                                .isZero());
    }

    @Test
    void keysAreNotRotatedUnderWhoUsesThem() {
        Platform.cast();

        var refused = sihong("rotate-keys", "--do");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.words()).contains("请先执行 ./sihong down");
    }

    /** Whatever is just on its way arrives. */
    private static void allIsWell() {
        eventually("./sihong reconcile 说一致", () -> sihong("reconcile").code() == 0);
    }

    private static List<String> readers(String words, String key) {
        return Pattern.compile("(?m)^\\w+ (\\S+) programmes " + key + "$")
                .matcher(words)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** As an operator does in the checkout, on this test's platform. */
    private static Said sihong(String... words) {
        var command = new ArrayList<>(List.of(REPOSITORY.resolve("sihong").toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        var settings = process.environment();
        settings.put("SIHONG_HOME", Platform.HOME.toString());
        settings.put("SIHONG_COLLECTOR", Platform.COLLECTOR.url());
        for (var port : Port.values())
            settings.put(port.variable(), Integer.toString(Platform.run().ports().of(port)));
        try {
            var running = process.start();
            var said = new String(running.getInputStream().readAllBytes(), UTF_8);
            return new Said(running.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package cn.sihong.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

class ChildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir Path folder;
    private Process somebody;
    private House house;

    @BeforeEach
    void somebodyRuns() throws IOException {
        house =
                new House(
                        folder,
                        folder,
                        folder,
                        Ports.from(Map.of()),
                        new Secrets(folder.resolve("secrets")),
                        false,
                        false,
                        true,
                        null);
        Files.createDirectories(house.run("kafka").getParent());
        somebody = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void somebodyEnds() {
        somebody.destroyForcibly();
    }

    @Test
    void aNumberThatCameRoundAgainBelongsToSomebodyElseAndIsLeftAlone() throws IOException {
        record(somebody.info().startInstant().orElseThrow().minus(Duration.ofDays(1)));

        assertThat(Child.living(house, "kafka")).isEmpty();
        Child.recorded(house, "kafka").orElseThrow().stop(house, "TERM", PATIENCE);
        assertThat(somebody.isAlive()).isTrue();
        assertThat(house.run("kafka")).doesNotExist();
    }

    @Test
    void theProcessThatWasStartedIsStopped() throws IOException {
        record(somebody.info().startInstant().orElseThrow());

        Child.living(house, "kafka").orElseThrow().stop(house, "TERM", PATIENCE);

        // Java hears of the end of its own child a moment later than the kernel knows it
        assertThat(somebody.onExit()).succeedsWithin(PATIENCE);
        assertThat(Child.recorded(house, "kafka")).isEmpty();
    }

    @Test
    void whoDoesNotListenIsEndedAfterAWhile() throws IOException {
        somebody.destroyForcibly();
        somebody =
                new ProcessBuilder("sh", "-c", "trap '' TERM; while :; do sleep 1; done").start();
        record(somebody.info().startInstant().orElseThrow());

        Child.living(house, "kafka").orElseThrow().stop(house, "TERM", Duration.ofMillis(300));

        assertThat(somebody.onExit()).succeedsWithin(PATIENCE);
    }

    private void record(Instant started) throws IOException {
        Files.writeString(
                house.run("kafka"),
                "pid=%d\nstarted=%s\nports=19092 19093\n".formatted(somebody.pid(), started));
    }
}

package cn.sihong.submission.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.test.StoreForTests;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

class FlatMemoryTest {

    private static final String HEAP = "-Xmx40m";

    @Test
    void aHundredMegabytesPassThroughFortyOfHeap() throws Exception {
        long scannedBefore = ScannerForTests.CLAMD.scanned();
        var program =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        HEAP,
                                        "-XX:MaxDirectMemorySize=16m",
                                        "-cp",
                                        System.getProperty(
                                                "surefire.test.class.path",
                                                System.getProperty("java.class.path")),
                                        Narrow.class.getName(),
                                        Integer.toString(StoreForTests.port()),
                                        Integer.toString(ScannerForTests.CLAMD.port())))
                        .redirectErrorStream(true)
                        .start();
        var said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.waitFor()).as(said).isZero();
        var facts = said.lines().reduce((_, last) -> last).orElseThrow().split(" ", -1);
        assertThat(facts[0]).isEqualTo(Long.toString(Kind.VIDEO.most()));
        assertThat(facts[1]).isEqualTo(facts[2]);
        assertThat(Long.parseLong(facts[3])).isLessThanOrEqualTo(40L * 1024 * 1024);
        assertThat(ScannerForTests.CLAMD.scanned() - scannedBefore)
                .isGreaterThanOrEqualTo(Kind.VIDEO.most());
    }
}

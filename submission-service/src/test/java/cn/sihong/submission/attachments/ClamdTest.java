package cn.sihong.submission.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

class ClamdTest {

    private final FakeClamd fake = FakeClamd.start();
    private final Clamd clamd =
            new Clamd(new Clamd.Settings("127.0.0.1", fake.port(), Duration.ofSeconds(10)));

    @Test
    void aHarmlessFileIsHarmless() throws IOException {
        var large = new byte[300_000];
        assertThat(clamd.scan(new ByteArrayInputStream(large)).finding()).isNull();
        assertThat(fake.scanned()).isEqualTo(large.length);
    }

    @Test
    void aVirusIsNamedEvenAcrossTwoPieces() throws IOException {
        var padding = "x".repeat(64 * 1024 - 20);
        var bytes = (padding + FakeClamd.EICAR + padding).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(clamd.scan(new ByteArrayInputStream(bytes)).finding())
                .isEqualTo("Eicar-Test-Signature");
    }

    @Test
    void aScannerThatHangsUpHasNotSaidThatAllIsWell() {
        fake.away(true);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> clamd.scan(new ByteArrayInputStream(new byte[10])));
    }

    @Test
    void whereThereIsNoneItSaysSo() {
        assertThat(new Clamd(new Clamd.Settings("", 3310, Duration.ofSeconds(1))).isOn()).isFalse();
        assertThat(clamd.isOn()).isTrue();
    }
}

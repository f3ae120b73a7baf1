package cn.sihong.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class SecretsTest {

    @TempDir Path folder;

    @Test
    void aSecretOnceMadeUpIsKept() {
        var file = folder.resolve("data/secrets.properties");
        var first = new Secrets(file).of("submission_app");

        assertThat(new Secrets(file).of("submission_app")).isEqualTo(first).hasSize(40);
        assertThat(new Secrets(file).of("review_app")).isNotEqualTo(first);
        assertThat(new Secrets(file).of("submission_app")).isEqualTo(first);
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        var file = folder.resolve("secrets.properties");
        new Secrets(file).of("s3");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}

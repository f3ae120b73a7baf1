package cn.sihong.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A search that finds nothing has to be able to find something. */
class LogsTest {

    @TempDir private Path home;

    @Test
    void eachSecretIsFoundAndNotRepeated() throws IOException {
        Files.createDirectories(home.resolve("data"));
        Files.writeString(
                home.resolve("data/secrets.properties"), "submission_app=s3cr3t-of-the-run\n");
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(
                home.resolve("logs/gateway.log"),
                """
                2026-03-02T08:00:00.123Z INFO traceId 26d1b8bcaef9c15561748618bc6c6fcd started in 13812345.678 ms with 20260302080000 rows
                GET /api/plans Authorization: eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.e30.x
                header Bearer abc
                people: 11010519900307123X
                call 13812345678
                password s3cr3t-of-the-run
                """);

        assertThat(new Logs(home).indiscretions())
                .containsExactlyInAnyOrder(
                        "gateway.log:2 shows a token",
                        "gateway.log:3 shows an authorization header",
                        "gateway.log:4 shows an ID card's number",
                        "gateway.log:5 shows a telephone number",
                        "gateway.log:6 shows the secret submission_app");
    }
}

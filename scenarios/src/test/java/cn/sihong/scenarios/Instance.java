package cn.sihong.scenarios;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One process of an application of which more than one runs. */
final class Instance {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** As long as Kubernetes leaves it (terminationGracePeriodSeconds, without the preStop). */
    private static final int GRACE_SECONDS = 65;

    private final HttpClient line = HttpClient.newHttpClient();
    private final String application;
    private final int port;
    private final ProcessBuilder start;
    private Process process;

    Instance(String application, int number, Map<String, String> settings) throws IOException {
        this.application = application;
        this.port = LoadBalancer.freePort();
        var jar = Path.of("..", application, "target", application + "-0.1.0-SNAPSHOT.jar");
        start =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-jar",
                                jar.toAbsolutePath().toString())
                        .redirectErrorStream(true);
        start.environment().putAll(settings);
        start.environment().put("SERVER_PORT", Integer.toString(port));
        start.environment()
                .put("SIHONG_MANAGEMENT_PORT", Integer.toString(LoadBalancer.freePort()));
        start.environment().put("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "60s");
        start.redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                        Path.of("target/rolling/logs", application + "-" + number + ".log")
                                .toFile()));
        process = start.start();
    }

    int port() {
        return port;
    }

    void starts() throws IOException {
        process = start.start();
    }

    /** TERM, and no more than that. */
    void endsInOrder() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(this + " did not end in time");
        }
    }

    void isGone() {
        process.destroyForcibly();
    }

    void answers() throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            if (!process.isAlive()) throw new IllegalStateException(this + " ended at its start");
            if (Instant.now().isAfter(deadline))
                throw new IllegalStateException(this + " is silent");
            Thread.sleep(200);
        }
    }

    private boolean isReady() throws InterruptedException {
        var readiness = URI.create("http://127.0.0.1:" + port + "/readyz");
        try {
            return line.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public String toString() {
        return application + " on " + port;
    }
}

package cn.sihong.scenarios;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a running platform's gateway for the public check of a certificate, and as peer for a file
 * of about the same size that the gateway serves itself. Needs a certificate ({@code ./sihong demo}
 * tells some) and a gateway whose limit of checks was lifted, for it is the limit that stops
 * floods: {@code SIHONG_CERTIFICATE_CHECKS_PER_MINUTE=100000000 ./sihong demo}.
 */
final class CertificateCheckBenchmark {

    private static final int HANDS = 8;
    private static final int EACH = 4_000;
    private static final int ROUNDS = 3;

    private CertificateCheckBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 3) {
            System.err.println(
                    "GATEWAY NUMBER CODE, for example http://127.0.0.1:8080 演示红基证〔2026〕0001号 7K2M…");
            System.exit(2);
        }
        var check =
                URI.create(
                        "%s/api/public/certificates/%s?code=%s"
                                .formatted(
                                        arguments[0],
                                        URLEncoder.encode(arguments[1], StandardCharsets.UTF_8),
                                        arguments[2]));
        var file = URI.create(arguments[0] + "/favicon.svg");
        try (var client = HttpClient.newHttpClient()) {
            for (int warm = 0; warm < ROUNDS; warm++) {
                rate(client, check);
                rate(client, file);
            }
            double checks = 0;
            double files = 0;
            for (int round = 0; round < ROUNDS; round++) {
                checks += rate(client, check) / ROUNDS;
                files += rate(client, file) / ROUNDS;
            }
            System.out.printf(
                    "certificate check %.0f a second (%d bytes), static file %.0f a second (%d bytes), ratio %.2f%n",
                    checks, sizeOf(client, check), files, sizeOf(client, file), checks / files);
        }
    }

    private static double rate(HttpClient client, URI uri)
            throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(HANDS)) {
            long begun = System.nanoTime();
            var hands = new ArrayList<Future<?>>();
            for (int hand = 0; hand < HANDS; hand++)
                hands.add(
                        pool.submit(() -> {
                            for (int i = 0; i < EACH / HANDS; i++) sizeOf(client, uri);
                            return true;
                        }));
            for (var hand : hands) hand.get();
            return EACH / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private static int sizeOf(HttpClient client, URI uri) throws IOException, InterruptedException {
        var answer =
                client.send(
                        HttpRequest.newBuilder(uri).build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200)
            throw new IOException(uri + " answered " + answer.statusCode());
        return answer.body().length;
    }
}

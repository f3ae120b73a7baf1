package cn.sihong.review.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sihong.review.ledger.Entry.Told;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;

/**
 * How fast an export is verified, against two that only read and digest the same bytes: the JDK's
 * SHA-256, and {@code sha256sum} as a process.
 */
final class LedgerBenchmark {

    private LedgerBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int entries = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        var folder = Files.createTempDirectory("ledger-benchmark");
        try {
            for (var digest : Digest.values()) measure(folder, entries, digest);
        } finally {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList())
                    Files.delete(file);
            }
        }
    }

    private static void measure(Path folder, int entries, Digest digest) throws Exception {
        var ledger = folder.resolve("ledger.tsv");
        var seal = Seal.of("benchmark");
        var head = write(ledger, entries, digest);
        var kept = Files.createDirectories(folder.resolve("checkpoints"));
        Files.writeString(
                kept.resolve("1.txt"),
                new Checkpoint(1, head, Instant.EPOCH, null, Checkpoint.BEGINNING)
                        .signed(seal)
                        .whole());
        var run = new String[] {ledger.toString(), kept.toString(), seal.publicKey()};
        double verified =
                best(() -> {
                    if (VerifyLedger.run(
                                    run, new PrintStream(java.io.OutputStream.nullOutputStream()))
                            != 0) throw new IllegalStateException("not intact");
                });
        double jdk = best(() -> digestOf(ledger));
        double sha256sum = best(() -> sha256sum(ledger));
        System.out.printf(
                "%s: %,d entries, %,d bytes%n", digest.word(), entries, Files.size(ledger));
        System.out.printf(
                "  verified       %6.2f s  %,10.0f entries/s%n", verified, entries / verified);
        System.out.printf(
                "  JDK SHA-256    %6.2f s  verifying takes %.1f times as long%n",
                jdk, verified / jdk);
        System.out.printf(
                "  sha256sum      %6.2f s  verifying takes %.1f times as long%n",
                sha256sum, verified / sha256sum);
    }

    private interface Task {
        void run() throws Exception;
    }

    /** Seconds of the best of five, the first of which warm the machine up. */
    private static double best(Task task) throws Exception {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            task.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1e9;
    }

    private static Head write(Path ledger, int entries, Digest digest) throws IOException {
        var head = Head.NONE;
        try (var out = Files.newBufferedWriter(ledger, UTF_8)) {
            out.write(LedgerLines.HEADING + "\n");
            for (int i = 0; i < entries; i++) {
                var entry = Entry.after(head, digest, told(i));
                out.write(LedgerLines.write(entry) + "\n");
                head = entry.head();
            }
        }
        return head;
    }

    private static void digestOf(Path file) throws IOException, GeneralSecurityException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer))
                sha256.update(buffer, 0, read);
        }
        sha256.digest();
    }

    private static void sha256sum(Path file) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("sha256sum", file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) throw new IOException("sha256sum failed");
    }

    private static Told told(int number) {
        return new Told(
                new UUID(1, number),
                "applications",
                "application.received.v1",
                new UUID(2, 2),
                Instant.EPOCH.plusSeconds(number),
                """
                {"applicationId":"%s","category":"RED_BASE","number":"2026-JD-JD03-%04d","origin":"RECOMMENDED","rank":1,"title":"星火展厅"}\
                """
                        .formatted(new UUID(3, number), number % 10_000));
    }
}

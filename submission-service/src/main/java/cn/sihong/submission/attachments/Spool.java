package cn.sihong.submission.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An upload on its way to the store: first as it came, then stripped, on disk and not in memory,
 * and gone when closed.
 */
final class Spool implements AutoCloseable {

    static final long MOST = 10 * 1024 * 1024;

    private final Path received;
    private final Path stripped;
    private final PictureFormat format;
    private final String sha256;

    private Spool(Path received, Path stripped, PictureFormat format, String sha256) {
        this.received = received;
        this.stripped = stripped;
        this.format = format;
        this.sha256 = sha256;
    }

    /** Takes the bytes in; refuses what is too large or no picture, and leaves nothing behind. */
    static Spool of(InputStream bytes) throws IOException {
        var received = Files.createTempFile("upload", ".received");
        var stripped = Files.createTempFile("upload", ".stripped");
        try {
            copyAtMost(bytes, received);
            var format = PictureFormat.of(received);
            return new Spool(received, stripped, format, strip(format, received, stripped));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(received);
            Files.deleteIfExists(stripped);
            throw e;
        }
    }

    PictureFormat format() {
        return format;
    }

    Path file() {
        return stripped;
    }

    long size() throws IOException {
        return Files.size(stripped);
    }

    String sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(received);
        Files.deleteIfExists(stripped);
    }

    private static void copyAtMost(InputStream from, Path to) throws IOException {
        try (var out = Files.newOutputStream(to)) {
            var buffer = new byte[64 * 1024];
            long total = 0;
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                total += read;
                if (total > MOST) throw new FileTooLarge(MOST);
                out.write(buffer, 0, read);
            }
        }
    }

    private static String strip(PictureFormat format, Path from, Path to) throws IOException {
        var digest = sha256Digest();
        try (var in = new java.io.BufferedInputStream(Files.newInputStream(from));
                OutputStream out =
                        new java.io.BufferedOutputStream(
                                new DigestOutputStream(Files.newOutputStream(to), digest))) {
            format.strip(in, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

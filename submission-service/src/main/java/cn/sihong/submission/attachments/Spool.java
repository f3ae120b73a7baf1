package cn.sihong.submission.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An upload on its way to the store: first as it came, then cleaned, on disk and not in memory, and
 * gone when closed.
 *
 * @param sentSha256 of what came, hexadecimal
 * @param sha256 of what is kept
 */
record Spool(
        Path received, Path cleaned, FileFormat format, long size, String sentSha256, String sha256)
        implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    /** Takes the bytes in; refuses what may not be kept, and leaves nothing behind. */
    static Spool of(InputStream bytes) throws IOException {
        var received = Files.createTempFile("upload", ".received");
        var cleaned = Files.createTempFile("upload", ".cleaned");
        try {
            var sent = take(bytes, received);
            var format = FileFormat.of(received);
            format.clean(received, cleaned);
            return new Spool(received, cleaned, format, Files.size(cleaned), sent, sha256(cleaned));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(received);
            Files.deleteIfExists(cleaned);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(received);
        Files.deleteIfExists(cleaned);
    }

    private static String take(InputStream from, Path to) throws IOException {
        var digest = newDigest();
        try (var out = Files.newOutputStream(to)) {
            var piece = new byte[PIECE];
            long total = 0;
            for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
                total += read;
                if (total > Kind.VIDEO.most()) throw new FileTooLarge(Kind.VIDEO);
                digest.update(piece, 0, read);
                out.write(piece, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String sha256(Path file) throws IOException {
        var digest = newDigest();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            var piece = new byte[PIECE];
            while (in.read(piece) >= 0) {}
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

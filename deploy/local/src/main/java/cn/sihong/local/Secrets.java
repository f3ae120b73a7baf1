package cn.sihong.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Passwords of this run, each made up when first asked for and kept in a file only its owner reads.
 * Data without its passwords is lost, so the file lies beside the data and goes with it.
 */
final class Secrets {

    private final Path file;

    Secrets(Path file) {
        this.file = file;
    }

    synchronized String of(String name) {
        var kept = read();
        var value = kept.getProperty(name);
        if (value != null) return value;
        var fresh = random();
        kept.setProperty(name, fresh);
        write(kept);
        return fresh;
    }

    /** Makes up each of these anew; all of them or, if the file cannot be written, none. */
    synchronized void renew(List<String> names) {
        var kept = read();
        for (var name : names) kept.setProperty(name, random());
        write(kept);
    }

    private Properties read() {
        var kept = new Properties();
        if (!Files.exists(file)) return kept;
        try {
            kept.load(new StringReader(Files.readString(file)));
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Properties kept) {
        var lines = new StringBuilder();
        new TreeMap<Object, Object>(kept)
                .forEach((name, value) -> lines.append(name + "=" + value + "\n"));
        try {
            Files.createDirectories(file.getParent());
            writeForOwner(file.resolveSibling(file.getFileName() + ".new"), lines.toString());
            Files.move(
                    file.resolveSibling(file.getFileName() + ".new"),
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that is readable by its owner alone from its first byte on. */
    static void writeForOwner(Path file, String text) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.deleteIfExists(file);
        try (var channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownerOnly)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        }
    }

    private static String random() {
        var bytes = new byte[20];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

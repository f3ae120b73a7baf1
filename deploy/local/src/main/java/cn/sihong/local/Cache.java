package cn.sihong.local;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What is unpacked or built once and then kept, safe against two runs that do it at once. */
final class Cache {

    private static final ConcurrentMap<Path, Object> MONITORS = new ConcurrentHashMap<>();

    private Cache() {}

    interface Work {
        void fill(Path folder) throws IOException;
    }

    /** The folder, filled by {@code work} unless an earlier run has finished doing so. */
    static Path once(Path folder, Work work) {
        var done = folder.resolve(".complete");
        if (Files.exists(done)) return folder;
        try {
            Files.createDirectories(folder.getParent());
            // A file lock holds off other processes, the monitor other threads of this one.
            synchronized (MONITORS.computeIfAbsent(folder, _ -> new Object())) {
                try (var channel =
                                FileChannel.open(
                                        folder.resolveSibling(folder.getFileName() + ".lock"),
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.WRITE);
                        var _ = channel.lock()) {
                    if (Files.exists(done)) return folder;
                    delete(folder);
                    Files.createDirectories(folder);
                    work.fill(folder);
                    Files.createFile(done);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what older builds left; a day's grace, because another run may still use them. */
    static void forgetOthers(Path kept, String prefix) {
        var dayAgo = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
        try (var siblings = Files.list(kept.getParent())) {
            for (var sibling : siblings.toList()) {
                var stale =
                        !sibling.equals(kept)
                                && sibling.getFileName().toString().startsWith(prefix)
                                && Files.getLastModifiedTime(sibling).compareTo(dayAgo) < 0;
                if (stale) delete(sibling);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks with modes, times and links as in the archive, and nothing outside the folder. */
    static void untar(InputStream archive, Path folder, int stripped) throws IOException {
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(archive))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var inside = Path.of(entry.getName()).normalize();
                if (inside.getNameCount() <= stripped) continue;
                var file =
                        folder.resolve(inside.subpath(stripped, inside.getNameCount())).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                unpack(tar, entry, file);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
                file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        Files.setLastModifiedTime(file, entry.getLastModifiedTime());
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) return;
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    static String fingerprint(String text) {
        return shortened(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String fingerprint(Path file) {
        var digest = sha256();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int n; (n = in.read(buffer)) > 0; ) digest.update(buffer, 0, n);
            return shortened(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortened(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, 6);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

package cn.sihong.local;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The data folder of a resting platform as one file, and back again. It holds passwords and
 * personal data: only its owner may read it.
 *
 * <p>Owners are not kept: each part takes its files when it starts. Links are not kept either: all
 * there are lead to the programs, and are laid anew at each start.
 */
final class Backup {

    /** The object store keeps types and digests of objects beside the files, in binary. */
    private static final String ATTRIBUTE = "SIHONG.attribute.";

    /** From the owner's right to read down to everybody's to run, as an octal mode has them. */
    private static final List<PosixFilePermission> BITS =
            List.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_READ,
                    PosixFilePermission.OTHERS_WRITE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private Backup() {}

    /**
     * Writes it, with what {@link Stock} counted.
     *
     * @return SHA-256 of the file, to be noted down elsewhere
     */
    static String write(Path data, SortedMap<String, Long> counts, Path file) throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Secrets.writeForOwner(draft, "");
        var whole = Cache.sha256();
        try {
            try (var out = new DigestOutputStream(Files.newOutputStream(draft), whole);
                    var tar = new TarArchiveOutputStream(compressed(out), "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
                tar.setAddPaxHeadersForNonAsciiNames(true);
                var digests = new TreeMap<String, String>();
                try (var tree = Files.walk(data)) {
                    for (var path : tree.skip(1).sorted().toList()) add(tar, data, path, digests);
                }
                var manifest =
                        new Manifest(counts, digests).text().getBytes(StandardCharsets.UTF_8);
                var entry = new TarArchiveEntry(Manifest.NAME);
                entry.setSize(manifest.length);
                entry.setMode(0600);
                tar.putArchiveEntry(entry);
                tar.write(manifest);
                tar.closeArchiveEntry();
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    /** Fast rather than small: what is large here are pictures and database pages. */
    private static OutputStream compressed(OutputStream out) throws IOException {
        var quick = new GzipParameters();
        quick.setCompressionLevel(1);
        return new BufferedOutputStream(new GzipCompressorOutputStream(out, quick), 1 << 16);
    }

    private static void add(
            TarArchiveOutputStream tar, Path data, Path path, Map<String, String> digests)
            throws IOException {
        var name = "data/" + data.relativize(path);
        boolean folder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
        if (!folder && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) return;
        var entry = new TarArchiveEntry(folder ? name + "/" : name);
        entry.setMode(mode(Files.getPosixFilePermissions(path)));
        entry.setLastModifiedTime(Files.getLastModifiedTime(path));
        if (!folder) {
            entry.setSize(Files.size(path));
            for (var attribute : attributes(path).entrySet()) {
                entry.addPaxHeader(ATTRIBUTE + attribute.getKey(), attribute.getValue());
            }
        }
        tar.putArchiveEntry(entry);
        if (!folder) {
            var digest = Cache.sha256();
            try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(tar);
            }
            digests.put(name, HexFormat.of().formatHex(digest.digest()));
        }
        tar.closeArchiveEntry();
    }

    /**
     * Unpacks it into a folder that does not exist yet.
     *
     * @return what it should hold, which the files agree with
     * @throws CannotStart it is damaged, or none
     */
    static Manifest unpack(Path file, Path folder) throws IOException {
        var digests = new TreeMap<String, String>();
        var modes = new ArrayList<Map.Entry<Path, Integer>>();
        Manifest manifest = null;
        try (var tar =
                new TarArchiveInputStream(
                        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))),
                        "UTF-8")) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                if (entry.getName().equals(Manifest.NAME)) {
                    manifest =
                            Manifest.read(new String(tar.readAllBytes(), StandardCharsets.UTF_8));
                    continue;
                }
                var path = folder.resolve(Path.of("data").relativize(Path.of(entry.getName())));
                if (!path.normalize().startsWith(folder) || !path.equals(path.normalize())) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (entry.isFile()) {
                    Files.createDirectories(path.getParent());
                    var digest = Cache.sha256();
                    Files.copy(new DigestInputStream(tar, digest), path);
                    keep(path, entry.getExtraPaxHeaders());
                    digests.put(entry.getName(), HexFormat.of().formatHex(digest.digest()));
                } else {
                    throw new IOException("neither file nor folder: " + entry.getName());
                }
                modes.add(Map.entry(path, entry.getMode()));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotStart("备份文件已损坏或不是四红平台的备份：" + e.getMessage(), e);
        }
        if (manifest == null) throw new CannotStart("备份文件不完整：缺少末尾的清单。请换一份备份。");
        var differences = manifest.differences(digests);
        if (!differences.isEmpty()) {
            throw new CannotStart(
                    "备份文件已损坏：%d 个文件与清单不符，例如 %s。请换一份备份。"
                            .formatted(differences.size(), differences.getFirst()));
        }
        for (var mode : modes) {
            Files.setPosixFilePermissions(mode.getKey(), permissions(mode.getValue()));
        }
        return manifest;
    }

    private static Map<String, String> attributes(Path path) throws IOException {
        var view = Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
        var all = new TreeMap<String, String>();
        if (view == null) return all;
        for (var name : view.list()) {
            var bytes = ByteBuffer.allocate(view.size(name));
            view.read(name, bytes);
            all.put(name, Base64.getEncoder().encodeToString(bytes.array()));
        }
        return all;
    }

    private static void keep(Path path, Map<String, String> headers) throws IOException {
        var view = Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
        if (view == null) return;
        for (var header : headers.entrySet()) {
            if (!header.getKey().startsWith(ATTRIBUTE)) continue;
            view.write(
                    header.getKey().substring(ATTRIBUTE.length()),
                    ByteBuffer.wrap(Base64.getDecoder().decode(header.getValue())));
        }
    }

    private static int mode(Collection<PosixFilePermission> permissions) {
        int mode = 0;
        for (int bit = 0; bit < BITS.size(); bit++)
            if (permissions.contains(BITS.get(bit))) mode |= 0400 >> bit;
        return mode;
    }

    private static EnumSet<PosixFilePermission> permissions(int mode) {
        var set = EnumSet.noneOf(PosixFilePermission.class);
        for (int bit = 0; bit < BITS.size(); bit++)
            if ((mode & (0400 >> bit)) != 0) set.add(BITS.get(bit));
        return set;
    }
}

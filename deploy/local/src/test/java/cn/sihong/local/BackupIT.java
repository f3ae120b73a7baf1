package cn.sihong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/** What was backed up comes back to an empty folder, whole or not at all. */
class BackupIT {

    @TempDir Path folder;

    @Test
    void aBackupComesBackToAnEmptyFolderAndIsCounted() throws Exception {
        var file = folder.resolve("backup.tar.gz");
        var home = folder.resolve("home");
        var local = local(home);
        var house = local.ensemble().house();
        var operations = new Operations(house, Narrator.silent());
        try (var _ = local.start()) {
            KeptDataIT.asOwner(house, "create table plan (name text)");
            KeptDataIT.asApplication(house, "insert into plan values ('红色书屋')");
            KeptDataIT.announce(house, "plan.filed");
            assertThat(KeptDataIT.object(house, "PUT", "红船")).isEqualTo(200);
            assertThatThrownBy(() -> operations.backup(file))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("请先执行 ./sihong down");
        }
        mark(proof(home));

        assertThat(operations.backup(file)).isEqualTo(sha256(file)).hasSize(64);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThatThrownBy(() -> operations.backup(file)).hasMessageContaining("已存在");
        assertThatThrownBy(() -> operations.restore(file)).hasMessageContaining("已有数据");

        var elsewhere = folder.resolve("elsewhere");
        var restored = local(elsewhere);
        var other = restored.ensemble().house();
        var manifest = new Operations(other, Narrator.silent()).restore(file);
        assertThat(manifest.counts()).containsEntry("submission plan", 1L);
        assertThat(manifest.counts()).containsEntry("kafka plans", 1L);
        assertThat(markOf(proof(elsewhere))).isEqualTo("\u00ff红");
        try (var _ = restored.start()) {
            assertThat(Stock.count(other)).isEqualTo(manifest.counts());
            KeptDataIT.asApplication(other, "insert into plan select name from plan");
            assertThat(KeptDataIT.heard(other)).containsExactly("plan.filed");
            assertThat(KeptDataIT.object(other, "GET", "")).isEqualTo(200);
        }
    }

    @Test
    void aDamagedBackupBringsNothingBack() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        Files.write(data.resolve("page"), new byte[100_000]);
        var counts = new java.util.TreeMap<String, Long>();
        var whole = folder.resolve("whole.tar.gz");
        Backup.write(data, counts, whole);
        assertThat(Backup.unpack(whole, folder.resolve("fine")).digests()).hasSize(1);

        var bytes = Files.readAllBytes(whole);
        var shortened = folder.resolve("short.tar.gz");
        Files.write(shortened, java.util.Arrays.copyOf(bytes, bytes.length - 40));
        refuses(shortened);
        refuses(Files.writeString(folder.resolve("other"), "no backup at all"));
        refuses(Files.write(folder.resolve("changed.tar.gz"), withAnotherPage(whole)));
    }

    private void refuses(Path file) {
        var home = folder.resolve("home-of-" + file.getFileName());
        var operations = new Operations(local(home).ensemble().house(), Narrator.silent());
        assertThatThrownBy(() -> operations.restore(file))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("备份文件");
        assertThat(home.resolve("data")).doesNotExist();
        assertThat(home.resolve("data.restoring")).doesNotExist();
    }

    /** A backup whose file is another than its manifest says, packed as it should be. */
    private static byte[] withAnotherPage(Path whole) throws IOException {
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(whole))) {
            var tar = in.readAllBytes();
            // behind the headers of the one file, and long before the manifest
            tar[50_000] ^= 1;
            var out = new java.io.ByteArrayOutputStream();
            try (var zipped = new java.util.zip.GZIPOutputStream(out)) {
                zipped.write(tar);
            }
            return out.toByteArray();
        }
    }

    private static LocalRun local(Path home) {
        return LocalRun.in(home).onFreePorts().only("postgres", "kafka", "s3").silently();
    }

    private static Path proof(Path home) {
        return home.resolve("data/s3/objects").resolve(ObjectStore.BUCKET).resolve("proof");
    }

    private static void mark(Path file) throws IOException {
        view(file).write("mark", ByteBuffer.wrap("\u00ff红".getBytes("UTF-16")));
    }

    private static String markOf(Path file) throws IOException {
        var bytes = ByteBuffer.allocate(view(file).size("mark"));
        view(file).read("mark", bytes);
        return new String(bytes.array(), "UTF-16");
    }

    private static UserDefinedFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    }

    private static String sha256(Path file) throws IOException {
        var digest = Cache.sha256();
        return java.util.HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }
}

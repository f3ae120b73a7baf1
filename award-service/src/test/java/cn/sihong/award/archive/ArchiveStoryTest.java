package cn.sihong.award.archive;

import static cn.sihong.award.Scene.TODAY;
import static cn.sihong.award.Scene.move;
import static cn.sihong.award.Scene.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.sihong.award.Scene;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A package that anybody can check, and that notices what was done to it. */
@SihongTest
class ArchiveStoryTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Archives archives;
    @Autowired Archivist archivist;
    @TempDir Path folder;

    private final Person keeper = Person.with(Role.ARCHIVIST);
    private final UUID archive = UUID.randomUUID();

    @Test
    void aPackageHoldsItsFourPropertiesUntilSomethingIsDoneToIt() throws IOException {
        var scene = commended();
        scene.ok(making(scene));
        finished(scene);
        var path = "/api/archives/" + archive + "/package.zip";
        scene.refused(read(scene.member, path), 403, "role-not-allowed");
        var files = unzipped(scene.call(read(keeper, path)).getContentAsByteArray());
        assertThat(files.keySet())
                .contains(
                        "元数据.xml",
                        "目录.csv",
                        "摘要.sha256",
                        "四性检测报告.xml",
                        "01-算分包/算分包-1.json",
                        "03-公示/公示-1.txt")
                .anyMatch(name -> name.startsWith("06-证书/"))
                .anyMatch(name -> name.startsWith("05-决定/") && name.endsWith(".docx"));
        assertThat(text(files, "四性检测报告.xml")).contains("<结论>通过</结论>").doesNotContain("不通过");
        assertThat(check(files)).isZero();

        var notice = "03-公示/公示-1.txt";
        assertThat(check(with(files, notice, "被改动的公示".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(1);
        assertThat(check(with(files, "99-多出/程序.exe", new byte[] {1}))).isEqualTo(1);
        var fewer = new LinkedHashMap<>(files);
        fewer.remove(notice);
        assertThat(check(fewer)).isEqualTo(1);
        fewer.remove("摘要.sha256");
        assertThat(check(fewer)).isEqualTo(1);
        assertThat(
                        ArchiveCommand.run(
                                List.of("no such file"),
                                new PrintStream(new ByteArrayOutputStream())))
                .isEqualTo(2);
    }

    @Test
    void whoMayReadThePackageFindsItByItsProgrammeAndCanCheckWhatIsKept() {
        var scene = commended();
        var list = "/api/archives?programme=" + scene.programme;
        var auditor = Person.with(Role.AUDITOR);
        assertThat(scene.ok(read(auditor, list))).isEqualTo("[]");
        scene.ok(making(scene));
        finished(scene);
        assertThat(scene.ok(read(auditor, list))).contains(archive.toString(), "\"finished\":true");
        scene.refused(read(scene.member, list), 403, "role-not-allowed");
        assertThat(
                        JsonPath.<List<String>>read(
                                scene.ok(read(auditor, "/api/archives/" + archive + "/documents")),
                                "$[*].path"))
                .contains("03-公示/公示-1.txt")
                .doesNotContain("目录.csv");
        var check = "/api/archives/" + archive + "/check";
        assertThat(JsonPath.<List<Boolean>>read(scene.ok(read(auditor, check)), "$[*].passed"))
                .hasSize(4)
                .doesNotContain(false);

        var slippedIn = "99-多出/程序.exe";
        scene.inside(() -> {
            archives.keep(archive, new Item(slippedIn, "程序", "其他", TODAY, new byte[] {1}));
            return true;
        });
        assertThat(
                        JsonPath.<List<String>>read(
                                scene.ok(read(auditor, check)), "$[?(@.passed == false)].subject"))
                .isNotEmpty()
                .containsOnly(slippedIn);
    }

    @Test
    void aForgedCertificateIsNoticedEvenWhenItsDigestIsForgedToo() throws IOException {
        var scene = commended();
        scene.ok(making(scene));
        finished(scene);
        var files =
                unzipped(
                        scene.call(read(keeper, "/api/archives/" + archive + "/package.zip"))
                                .getContentAsByteArray());
        var name =
                files.keySet().stream()
                        .filter(one -> one.startsWith("06-"))
                        .findFirst()
                        .orElseThrow();
        var forged = files.get(name).clone();
        forged[forged.length / 3] ^= 1;
        var digests =
                text(files, "摘要.sha256")
                        .replace(
                                FourProperties.digest(files.get(name)),
                                FourProperties.digest(forged));
        var both = with(files, name, forged);
        both.put("摘要.sha256", digests.getBytes(StandardCharsets.UTF_8));
        assertThat(check(both)).isEqualTo(1);
    }

    @Test
    void anInterruptedPackageGoesOnWhereItWas() {
        var scene = commended();
        var kept =
                new Item(
                        "03-公示/公示-1.txt",
                        "公示",
                        "公示",
                        TODAY,
                        "先前已归档".getBytes(StandardCharsets.UTF_8));
        scene.inside(() -> {
            archives.begin(archive, scene.programme, "四红", 1);
            archives.keep(archive, kept);
            return true;
        });
        scene.refused(
                read(keeper, "/api/archives/" + archive + "/package.zip"),
                409,
                "archive-not-ready");
        archivist.resume();
        finished(scene);
        assertThat(archives.bytes(archive, kept.path())).isEqualTo(kept.bytes());
        archivist.make(archive);
        assertThat(scene.ok(making(scene))).contains("\"finished\":true");
    }

    @Test
    void beforeTheDecisionThereIsNothingToArchive() {
        var scene = new Scene(mvc, jdbc, transaction, "APPROVED");
        scene.refused(making(scene), 409, "nothing-to-archive");
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder making(
            Scene scene) {
        return move(
                keeper,
                "/api/archives",
                "{\"id\":\"%s\",\"programmeId\":\"%s\"}".formatted(archive, scene.programme));
    }

    private void finished(Scene scene) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(
                                        JsonPath.<Boolean>read(
                                                scene.ok(read(keeper, "/api/archives/" + archive)),
                                                "$.finished"))
                                .isTrue());
    }

    private Scene commended() {
        var scene = new Scene(mvc, jdbc, transaction, "APPROVED");
        scene.inside(() ->
                jdbc.sql(
                                """
                                insert into result_packages (selection_id, body, hash)
                                values (?, '{"a":1}', encode(sha256(convert_to('{"a":1}', 'UTF8')), 'hex'))
                                """)
                        .param(scene.selection)
                        .update());
        scene.ok(scene.close(scene.notice(TODAY.minusDays(7), TODAY), 2));
        scene.ok(
                scene.commend("教党〔2026〕%s号".formatted(scene.programme.toString().substring(0, 8))));
        return scene;
    }

    private int check(Map<String, byte[]> files) throws IOException {
        var zip = Files.createTempFile(folder, "package", ".zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return ArchiveCommand.run(
                List.of(zip.toString()), new PrintStream(new ByteArrayOutputStream()));
    }

    private static Map<String, byte[]> with(Map<String, byte[]> files, String name, byte[] bytes) {
        var changed = new LinkedHashMap<>(files);
        changed.put(name, bytes);
        return changed;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzipped(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                files.put(entry.getName(), zip.readAllBytes());
        }
        return files;
    }
}

package cn.sihong.review.inspections;

import static cn.sihong.platform.keycloak.Role.INSPECTOR;
import static cn.sihong.review.Scene.TODAY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.platform.retention.Retention;
import cn.sihong.platform.store.ObjectStore;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.review.Scene;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import javax.imageio.ImageIO;

/** What inspectors photograph: on its own way to us, before or after the record that names it. */
@SihongTest
class PhotographsTest {

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Retention retention;
    @Autowired Clearance clearance;
    @Autowired ObjectStore store;
    @Autowired Clock clock;

    private final Person anna = Person.with(INSPECTOR);
    private final Person boris = Person.with(INSPECTOR);
    private final UUID visit = UUID.randomUUID();
    private final UUID photo = UUID.randomUUID();
    private Scene scene;

    @BeforeEach
    void aVisitOfTwo() throws Exception {
        scene = new Scene(mvc, events);
        var school = scene.school();
        scene.told();
        scene.posts(
                scene.office,
                "/api/inspections",
                """
                {"programmeId":"%s","visits":[{"id":"%s","schoolId":"%s","on":"%s","inspectors":["%s","%s"]}]}
                """
                        .formatted(
                                scene.programme,
                                visit,
                                school,
                                TODAY,
                                anna.subject(),
                                boris.subject()));
    }

    @AfterEach
    void theSchoolsLeave() {
        scene.leaves(jdbc);
    }

    @Test
    void aPhotographIsKeptOnceAndReadByTheTeamAndTheBureauAlone() throws Exception {
        assertThat(read(anna).getStatus()).isEqualTo(404);
        assertThat(bring(anna, picture(640, 480)).getStatus()).isEqualTo(204);
        var kept = read(boris).getContentAsByteArray();
        assertThat(bring(anna, picture(10, 10)).getStatus()).isEqualTo(204);
        assertThat(read(scene.office).getContentAsByteArray()).isEqualTo(kept);
        assertThat(ImageIO.read(new ByteArrayInputStream(kept)).getWidth()).isEqualTo(640);
        assertThat(bring(boris, picture(10, 10)).getStatus()).isEqualTo(422);
        var stranger = Person.with(INSPECTOR);
        assertThat(read(stranger).getStatus()).isEqualTo(403);
        assertThat(bring(stranger, picture(10, 10)).getStatus()).isEqualTo(403);
    }

    @Test
    void nothingButThePictureIsKept() throws Exception {
        var picture = picture(64, 48);
        var exif = "Exif\0\0GPS 25.0N 102.7E".getBytes(StandardCharsets.UTF_8);
        var told = new ByteArrayOutputStream();
        told.write(picture, 0, 2);
        told.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        told.write(exif);
        told.write(picture, 2, picture.length - 2);
        assertThat(bring(anna, told.toByteArray()).getStatus()).isEqualTo(204);
        assertThat(new String(read(anna).getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS");
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefusedWithASentence() throws Exception {
        var words = bring(anna, "这不是照片".getBytes(StandardCharsets.UTF_8));
        assertThat(words.getStatus()).isEqualTo(422);
        assertThat(words.getContentAsString(StandardCharsets.UTF_8)).contains("无法打开");
        assertThat(bring(anna, new byte[Photograph.MOST + 1]).getStatus()).isEqualTo(422);
        assertThat(read(anna).getStatus()).isEqualTo(404);
    }

    @Test
    void aRecordNamesItsPhotographsAndAFormLeavesThem() throws Exception {
        var answer = sync(List.of(photo));
        assertThat(JsonPath.<List<String>>read(answer, "$.records[*].body.photos[*]"))
                .containsExactly(photo.toString());
        long version = JsonPath.<Integer>read(answer, "$.visit.version");
        scene.puts(
                anna,
                "/api/inspections/" + visit + "/records",
                """
                {"version":%d,"methods":{"SITE_VISIT":{"note":"看了展厅和书屋","count":2}},"schoolPoints":{},"items":[]}
                """
                        .formatted(version),
                200);
        var records = scene.reads(anna, "/api/inspections/" + visit + "/records");
        assertThat(JsonPath.<List<String>>read(records, "$[*].body.photos[*]"))
                .containsExactly(photo.toString(), photo.toString());
        var many = java.util.stream.Stream.generate(UUID::randomUUID).limit(13).toList();
        assertThat(JsonPath.<List<String>>read(sync(many), "$.refused[*].message"))
                .containsExactly("每种方法最多 12 张照片。");
    }

    @Test
    void tenYearsAfterItsYearItGoesFromTheStoreAndWhoAsksIsTold() throws Exception {
        assertThat(bring(anna, picture(64, 48)).getStatus()).isEqualTo(204);
        retention.goRound(TODAY);
        clearance.sweep();
        assertThat(keys()).hasSize(1);

        jdbc.sql("update programmes set year = ? where id = ?")
                .params(TODAY.getYear() - 12, scene.programme)
                .update();
        retention.goRound(TODAY);
        var away =
                new ObjectStore(
                        new ObjectStore.Settings(
                                URI.create("http://127.0.0.1:1"), "photos", "a", "b", "c"));
        new Clearance(jdbc, away, transaction, clock).sweep();
        assertThat(keys()).hasSize(1);
        for (int hour = 0; hour < 2; hour++) {
            clearance.sweep();
            assertThat(keys()).isEmpty();
        }

        assertThat(read(boris).getStatus()).isEqualTo(409);
        assertThat(read(boris).getContentAsString(StandardCharsets.UTF_8))
                .contains("photograph-ended", "该照片已过保存期限并清除。");
        assertThat(read(Person.with(INSPECTOR)).getStatus()).isEqualTo(403);
        assertThat(bring(anna, picture(10, 10)).getStatus()).isEqualTo(204);
        assertThat(keys()).isEmpty();
    }

    private List<String> keys() {
        return store.keys("inspections/%s/".formatted(visit));
    }

    private String sync(List<UUID> photos) throws Exception {
        var ids = photos.stream().map("\"%s\""::formatted).toList();
        return scene.posts(
                anna,
                "/api/inspections/" + visit + "/sync",
                """
                {"records":[{"id":"%s","madeAt":"%s","replaces":[],"body":
                  {"kind":"METHOD","method":"SITE_VISIT","note":"看了展厅","count":1,"counts":{},"photos":%s}}]}
                """
                        .formatted(UUID.randomUUID(), Instant.now(), ids));
    }

    private MockHttpServletResponse bring(Person by, byte[] jpeg) throws Exception {
        return mvc.perform(
                        put("/api/inspections/{visit}/photos/{photo}", visit, photo)
                                .with(by.signedIn())
                                .contentType(MediaType.IMAGE_JPEG)
                                .content(jpeg))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse read(Person by) throws Exception {
        return mvc.perform(
                        get("/api/inspections/{visit}/photos/{photo}", visit, photo)
                                .with(by.signedIn()))
                .andReturn()
                .getResponse();
    }

    private static byte[] picture(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }
}

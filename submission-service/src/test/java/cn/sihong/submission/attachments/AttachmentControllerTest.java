package cn.sihong.submission.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Town;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.UUID;

@SihongTest
class AttachmentControllerTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(jdbc);
    }

    @Test
    void whatIsKeptIsGivenBackToThoseWhoMaySeeIt() throws Exception {
        var id = UUID.randomUUID();
        var jpeg = StrippingTest.withExif(StrippingTest.picture(FileFormat.JPEG), 1);
        var receipt =
                upload(id, town.school(), "展厅 一.jpg", jpeg, town.infoOfficer())
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.type").value("image/jpeg"));
        assertThat(Desk.<Integer>read(receipt, "$.size")).isLessThan(jpeg.length);

        for (var allowed : new Person[] {town.secretary(), town.streetReviewer(), town.office()})
            download(id, allowed)
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("image/jpeg"))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                    .andExpect(result ->
                            assertThat(result.getResponse().getHeader("Content-Disposition"))
                                    .startsWith("attachment"));
    }

    @Test
    void toAllOthersThereIsNoSuchPicture() throws Exception {
        var id = uploaded();
        for (var stranger :
                new Person[] {
                    town.neighbourSecretary(), town.strangerSecretary(), town.otherReviewer()
                })
            for (var part : new String[] {"", "/thumbnail", "/about"})
                Desk.of(mvc, stranger)
                        .gets("/api/attachments/%s%s", id, part)
                        .andExpect(status().isNotFound())
                        .andExpect(jsonPath("$.code").value("no-such-attachment"));
        Desk.of(mvc, town.strangerSecretary())
                .gets("/api/attachments?school=%s", town.school().id().value())
                .andExpect(status().isForbidden());
    }

    @Test
    void theSameUploadTwiceIsOnePicture() throws Exception {
        var id = uploaded();
        var again =
                upload(
                        id,
                        town.school(),
                        "别的.png",
                        StrippingTest.picture(FileFormat.PNG),
                        town.infoOfficer());
        again.andExpect(status().isOk()).andExpect(jsonPath("$.name").value("照片.jpg"));
    }

    @Test
    void anotherSchoolDoesNotUploadHere() throws Exception {
        upload(
                        UUID.randomUUID(),
                        town.school(),
                        "a.jpg",
                        StrippingTest.picture(FileFormat.JPEG),
                        town.strangerSecretary())
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("not-your-unit"));
    }

    @Test
    void aPageThatCallsItselfAPictureIsRefused() throws Exception {
        upload(
                        UUID.randomUUID(),
                        town.school(),
                        "a.jpg",
                        "<html><script>".getBytes(),
                        town.infoOfficer())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("unsupported-file"));
    }

    @Test
    void aByteTooManyIsTooMany() throws Exception {
        upload(
                        UUID.randomUUID(),
                        town.school(),
                        "a.jpg",
                        new byte[(int) Kind.VIDEO.most() + 1],
                        town.infoOfficer())
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.code").value("too-large"));
    }

    @Test
    void aNameThatReadsAsAnotherIsRefusedAndFoldersAreDropped() throws Exception {
        var jpeg = StrippingTest.picture(FileFormat.JPEG);
        upload(UUID.randomUUID(), town.school(), "a\u202Egpj.exe", jpeg, town.infoOfficer())
                .andExpect(jsonPath("$.code").value("invalid-input"));
        upload(UUID.randomUUID(), town.school(), "..\\..\\etc/图.jpg", jpeg, town.infoOfficer())
                .andExpect(jsonPath("$.name").value("图.jpg"));
    }

    @Test
    void aFullSchoolIsToldSo() throws Exception {
        Reach.everything()
                .during(() ->
                        transaction.execute(status ->
                                jdbc.sql(
                                                """
                                                insert into attachments (id, school_id, unit_id, name, type, size, sha256, key, uploaded_by, uploaded_at)
                                                values (gen_random_uuid(), ?, ?, '大.jpg', 'image/jpeg',
                                                    ?, repeat('0', 64), gen_random_uuid()::text, gen_random_uuid(), now())
                                                """)
                                        .params(
                                                town.school().id().value(),
                                                town.street().id().value(),
                                                AttachmentLifecycle.QUOTA)
                                        .update()));
        upload(
                        UUID.randomUUID(),
                        town.school(),
                        "a.jpg",
                        StrippingTest.picture(FileFormat.JPEG),
                        town.infoOfficer())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("quota-exhausted"));
    }

    @Test
    void aThumbnailIsSmallAndForThoseWhoSeeThePicture() throws Exception {
        var id = UUID.randomUUID();
        var wide = Crafted.jpeg(1_600, 900);
        upload(id, town.school(), "a.jpg", wide, town.infoOfficer()).andExpect(status().isOk());
        var small =
                Desk.of(mvc, town.streetReviewer())
                        .gets("/api/attachments/%s/thumbnail", id)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(small));
        assertThat(image.getWidth()).isEqualTo(Miniature.SIDE);
        assertThat(image.getHeight()).isEqualTo(180);
    }

    @Test
    void aFilmCanBeReadFromTheMiddle() throws Exception {
        var id = UUID.randomUUID();
        var film = Crafted.mp4("isom", Crafted.trak("vide"), "");
        upload(id, town.school(), "a.mp4", film, town.infoOfficer())
                .andExpect(jsonPath("$.kind").value("VIDEO"));
        var part =
                Desk.of(mvc, town.secretary())
                        .perform(get("/api/attachments/" + id).header("Range", "bytes=100-149"))
                        .andExpect(status().isPartialContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        assertThat(part).isEqualTo(java.util.Arrays.copyOfRange(film, 100, 150));
        Desk.of(mvc, town.secretary())
                .gets("/api/attachments/%s/thumbnail", id)
                .andExpect(jsonPath("$.code").value("no-thumbnail"));
    }

    @Test
    void aSchoolFindsItsFilesToUseThemAgain() throws Exception {
        var id = uploaded();
        Desk.of(mvc, town.secretary())
                .gets("/api/attachments?school=%s", town.school().id().value())
                .andExpect(jsonPath("$.items[0].id").value(id.toString()))
                .andExpect(jsonPath("$.items[0].scan").value("CLEAN"));
    }

    @Test
    void theRulesSayWhetherAScannerLooks() throws Exception {
        Desk.of(mvc, town.secretary())
                .gets("/api/attachments/rules")
                .andExpect(jsonPath("$.scanner").value(true))
                .andExpect(jsonPath("$.kinds.length()").value(3));
    }

    private UUID uploaded() throws Exception {
        var id = UUID.randomUUID();
        upload(
                        id,
                        town.school(),
                        "照片.jpg",
                        StrippingTest.picture(FileFormat.JPEG),
                        town.infoOfficer())
                .andExpect(status().isOk());
        return id;
    }

    private ResultActions upload(
            UUID id, Organisation school, String name, byte[] bytes, Person by) {
        return Desk.of(mvc, by)
                .perform(
                        post("/api/attachments")
                                .queryParam("id", id.toString())
                                .queryParam("school", school.id().value().toString())
                                .queryParam("name", name)
                                .contentType("application/octet-stream")
                                .content(bytes));
    }

    private ResultActions download(UUID id, Person by) {
        return Desk.of(mvc, by).perform(get("/api/attachments/" + id));
    }
}

package cn.sihong.submission.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Town;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/** Uploads over a bad line. */
@SihongTest
class UploadLifecycleTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired UploadLifecycle uploads;

    private final byte[] film = Crafted.mp4("isom", Crafted.trak("vide"), "");
    private final UUID id = UUID.randomUUID();

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(jdbc);
    }

    @Test
    void whatIsSentInPiecesIsKeptAsOneAndEachPieceIsReceipted() throws Exception {
        begin(town.infoOfficer()).andExpect(jsonPath("$.received").value(0));
        append(0, 700)
                .andExpect(jsonPath("$.received").value(700))
                .andExpect(jsonPath("$.sha256").value(sha256(700)));
        append(700, 1_500).andExpect(jsonPath("$.sha256").value(sha256(1_500)));
        begin(town.secretary()).andExpect(jsonPath("$.received").value(1_500));
        append(1_500, film.length);
        finish("{\"sha256\":\"%s\"}".formatted(sha256(film.length)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.sentSha256").value(sha256(film.length)));
        finish("{}").andExpect(status().isOk()).andExpect(jsonPath("$.id").value(id.toString()));
        assertThat(download()).isEqualTo(film);
        assertThat(underWay()).isZero();
    }

    @Test
    void whatCameBeforeTheLineBrokeIsNotSentAgain() throws Exception {
        begin(town.infoOfficer());
        var actor = new Actor(town.infoOfficer().subject(), "x", "某", Set.of(Role.INFO_OFFICER));
        var reach = new Reach.Organisations(Set.of(town.school().id().value()));
        var broken = reach.during(() -> appended(actor));
        assertThat(broken.received()).isEqualTo(1_000);
        append(1_000, film.length);
        finish("{}").andExpect(status().isOk());
        assertThat(download()).isEqualTo(film);
    }

    @Test
    void aPieceAtTheWrongPlaceIsToldTheRightOne() throws Exception {
        begin(town.infoOfficer());
        append(0, 700);
        append(0, 700)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("upload-stands-elsewhere"))
                .andExpect(jsonPath("$.detail").value("已收到 700 字节，请从该处继续上传。"));
        finish("{}").andExpect(jsonPath("$.code").value("upload-stands-elsewhere"));
    }

    @Test
    void moreThanWasAnnouncedOrSomethingElseIsRefused() throws Exception {
        begin(town.infoOfficer());
        append(0, film.length);
        finish("{\"sha256\":\"%s\"}".formatted("0".repeat(64)))
                .andExpect(jsonPath("$.code").value("torn-upload"));
        assertThat(underWay()).isZero();
        finish("{}").andExpect(status().isNotFound());
    }

    @Test
    void whatIsRefusedLeavesNothingBehind() throws Exception {
        Desk.of(mvc, town.infoOfficer())
                .posts(body(10), "/api/attachments/uploads")
                .andExpect(status().isOk());
        append(0, 10);
        finish("{}").andExpect(jsonPath("$.code").value("unsupported-file"));
        assertThat(underWay()).isZero();
    }

    @Test
    void anotherSchoolNeitherSeesNorContinuesIt() throws Exception {
        begin(town.infoOfficer());
        var stranger = Desk.of(mvc, town.strangerSecretary());
        stranger.gets("/api/attachments/uploads/%s", id).andExpect(status().isNotFound());
        stranger.perform(put("/api/attachments/uploads/%s?from=0".formatted(id)).content(film))
                .andExpect(status().isNotFound());
        stranger.posts("{}", "/api/attachments/uploads/%s/finish", id)
                .andExpect(status().isNotFound());
    }

    @Test
    void nobodyComesBackAfterDays() throws Exception {
        begin(town.infoOfficer());
        append(0, 700);
        system(() ->
                jdbc.sql("update uploads set touched_at = now() - interval '3 days' where id = ?")
                        .param(id)
                        .update());
        uploads.sweep();
        assertThat(underWay()).isZero();
    }

    private Upload appended(Actor actor) {
        try {
            return uploads.append(id, 0, breakingAfter(1_000), actor);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private InputStream breakingAfter(int bytes) {
        return new java.io.SequenceInputStream(
                new ByteArrayInputStream(film, 0, bytes),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the line broke");
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        throw new IOException("the line broke");
                    }
                });
    }

    private ResultActions begin(Person by) {
        return Desk.of(mvc, by).posts(body(film.length), "/api/attachments/uploads");
    }

    private String body(int size) {
        return "{\"id\":\"%s\",\"schoolId\":\"%s\",\"name\":\"课堂.mp4\",\"size\":%d}"
                .formatted(id, town.school().id().value(), size);
    }

    private ResultActions append(int from, int to) {
        return Desk.of(mvc, town.infoOfficer())
                .perform(
                        put("/api/attachments/uploads/%s?from=%d".formatted(id, from))
                                .contentType("application/octet-stream")
                                .content(Arrays.copyOfRange(film, from, to)));
    }

    private ResultActions finish(String body) {
        return Desk.of(mvc, town.infoOfficer())
                .posts(body, "/api/attachments/uploads/%s/finish", id);
    }

    private byte[] download() {
        return Desk.of(mvc, town.secretary())
                .gets("/api/attachments/%s", id)
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private long underWay() {
        return system(() ->
                jdbc.sql("select count(*) from uploads where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single());
    }

    private String sha256(int length) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(film, 0, length);
        return HexFormat.of().formatHex(digest.digest());
    }

    private <T> T system(java.util.function.Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }
}

package cn.sihong.submission.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Town;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;

/** More than a hundred files made to deceive: none is kept, and none of the honest ones is lost. */
@SihongTest
class CraftedFilesTest {

    private static final Set<String> REFUSALS =
            Set.of("unsupported-file", "unsafe-file", "too-many-pixels", "too-large");

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(jdbc);
    }

    @Test
    void noneIsWronglyAccepted() throws Exception {
        var bad = Crafted.bad();
        assertThat(bad).hasSizeGreaterThan(120);
        var accepted = new ArrayList<String>();
        for (var file : bad.entrySet()) {
            var answer = send(UUID.randomUUID(), file.getKey(), file.getValue());
            if (answer.getStatus() < 400 || answer.getStatus() >= 500 || !isRefusal(answer))
                accepted.add(file.getKey() + ": " + answer.getContentAsString());
        }
        assertThat(accepted).isEmpty();
        assertThat(kept()).isZero();
    }

    @Test
    void noneOfThoseAcceptedIsLostAndNothingHidesInThem() throws Exception {
        var receipts = new LinkedHashMap<UUID, String>();
        for (var file : Crafted.good().entrySet()) {
            var id = UUID.randomUUID();
            var answer = send(id, file.getKey(), file.getValue());
            assertThat(answer.getStatus())
                    .as("%s: %s", file.getKey(), answer.getContentAsString())
                    .isEqualTo(200);
            var receipt = answer.getContentAsString();
            assertThat(JsonPath.<String>read(receipt, "$.sentSha256"))
                    .isEqualTo(sha256(file.getValue()));
            receipts.put(id, JsonPath.read(receipt, "$.sha256"));
        }
        assertThat(kept()).isEqualTo(receipts.size());
        for (var receipt : receipts.entrySet()) {
            var bytes =
                    Desk.of(mvc, town.secretary())
                            .gets("/api/attachments/%s", receipt.getKey())
                            .andReturn()
                            .getResponse()
                            .getContentAsByteArray();
            assertThat(sha256(bytes)).isEqualTo(receipt.getValue());
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotContain(Crafted.HIDDEN);
        }
    }

    private static boolean isRefusal(MockHttpServletResponse answer) throws Exception {
        return REFUSALS.contains(JsonPath.<String>read(answer.getContentAsString(), "$.code"));
    }

    private MockHttpServletResponse send(UUID id, String name, byte[] bytes) {
        var answer =
                Desk.of(mvc, town.infoOfficer())
                        .perform(
                                post("/api/attachments")
                                        .queryParam("id", id.toString())
                                        .queryParam("school", town.school().id().value().toString())
                                        .queryParam("name", name)
                                        .contentType("application/octet-stream")
                                        .content(bytes))
                        .andReturn()
                        .getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private long kept() {
        return Reach.everything()
                .during(() ->
                        transaction.execute(status ->
                                jdbc.sql("select count(*) from attachments where school_id = ?")
                                        .param(town.school().id().value())
                                        .query(Long.class)
                                        .single()));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

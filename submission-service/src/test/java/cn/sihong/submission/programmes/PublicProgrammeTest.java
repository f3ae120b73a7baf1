package cn.sihong.submission.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.keycloak.Role;
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

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What passers-by read, who never sign in. */
@SihongTest
class PublicProgrammeTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired JsonMapper json;

    private Desk office;
    private ObjectNode body;
    private UUID id;

    @BeforeEach
    void anOfficerDraftsAProgramme() throws Exception {
        office = Desk.of(mvc, Person.with(Role.PARTY_OFFICE));
        id = UUID.randomUUID();
        var seed = office.gets("/api/programmes/presets/seed?year=2027").andReturn().getResponse();
        body = (ObjectNode) json.readTree(seed.getContentAsByteArray());
        body.put("id", id.toString());
        body.withObject("legalBasis")
                .put("documentNumber", "区委〔2027〕3号")
                .put("approvedBy", "区委")
                .put("approvedOn", "2027-03-01")
                .put("listItem", "第7项");
        office.posts(body.toString(), "/api/programmes").andExpect(status().isOk());
    }

    @Test
    void aDraftIsNeitherListedNorFoundByItsId() throws Exception {
        passerBy("").andExpect(jsonPath("$.items[*].id", not(hasItem(id.toString()))));
        passerBy("/" + id)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-programme"));
        publish();
        passerBy("").andExpect(jsonPath("$.items[*].id", hasItem(id.toString())));
        passerBy("/" + id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("PUBLISHED"))
                .andExpect(jsonPath("$.legalBasis.documentNumber").value("区委〔2027〕3号"))
                .andExpect(jsonPath("$.windows.length()").value(9))
                .andExpect(jsonPath("$.categories.length()").value(4))
                .andExpect(jsonPath("$.weights.mutualReview").isNumber())
                .andExpect(jsonPath("$.selection.minimumAcceptance").value(60))
                .andExpect(jsonPath("$.ranked").value(true));
    }

    @Test
    void anExchangeOfExperienceIsNotRanked() throws Exception {
        body.withObject("legalBasis").put("mode", "EXCHANGE");
        id = UUID.randomUUID();
        body.put("id", id.toString());
        office.posts(body.toString(), "/api/programmes").andExpect(status().isOk());
        publish();
        passerBy("/" + id)
                .andExpect(jsonPath("$.ranked").value(false))
                .andExpect(jsonPath("$.words.honour").value("推介"));
    }

    @Test
    void whatWasCorrectedIsSaidWithItsReasonAndTheDraftsVersionsAreNot() throws Exception {
        publish();
        correct(body.deepCopy().put("title", "2027年度更正方案"), "标题有误");
        passerBy("/" + id)
                .andExpect(jsonPath("$.title").value("2027年度更正方案"))
                .andExpect(jsonPath("$.editions.length()").value(2))
                .andExpect(jsonPath("$.editions[0].edition").value(2))
                .andExpect(jsonPath("$.editions[0].reason").value("标题有误"))
                .andExpect(jsonPath("$.editions[0].changes.length()").value(1))
                .andExpect(jsonPath("$.editions[0].changes[0].after").value("2027年度更正方案"))
                .andExpect(jsonPath("$.editions[1].edition").value(1))
                .andExpect(jsonPath("$.editions[1].changes.length()").value(0));
    }

    @Test
    void nobodyReadsWhoAllowedMore() throws Exception {
        var town = Town.in(jdbc);
        publish();
        var corrected = body.deepCopy();
        corrected
                .putObject("burden")
                .put("ceiling", 300)
                .put("approvedBy", "李书记")
                .put("reason", "试点");
        correct(corrected, "精简填报");
        office.posts(
                        """
                        {"version":3,"unitId":"%s","stage":"PLAN","until":"2027-07-09","reason":"暴雨停课","approvedBy":"王副书记"}
                        """
                                .formatted(town.street().id().value()),
                        "/api/programmes/%s/extensions",
                        id)
                .andExpect(status().isOk());
        var read = passerBy("/" + id).andReturn().getResponse();
        assertThat(new String(read.getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("精简填报")
                .doesNotContain("李书记", "王副书记", "暴雨停课", "extensions");
    }

    @Test
    void aDemonstrationSaysWhatItIs() throws Exception {
        var shown = UUID.randomUUID();
        body.put("id", shown.toString()).put("demonstration", true).put("title", "演示方案");
        office.posts(body.toString(), "/api/programmes").andExpect(status().isOk());
        id = shown;
        publish();
        passerBy("/" + shown).andExpect(jsonPath("$.demonstration").value(true));
    }

    private ResultActions passerBy(String place) throws Exception {
        return mvc.perform(get("/api/public/programmes" + place));
    }

    private void publish() throws Exception {
        office.posts("{\"version\":1}", "/api/programmes/%s/publish", id)
                .andExpect(status().isOk());
    }

    private void correct(ObjectNode corrected, String reason) throws Exception {
        corrected.remove("id");
        corrected.put("version", 2).put("reason", reason);
        office.posts(corrected.toString(), "/api/programmes/%s/correct", id)
                .andExpect(status().isOk());
    }
}

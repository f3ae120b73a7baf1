package cn.sihong.submission.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;

@SihongTest
class ProgrammeControllerTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired JsonMapper json;

    private Desk office;
    private Desk secretary;
    private ObjectNode body;
    private UUID id;

    @BeforeEach
    void anOfficerTakesTheSeedOfAYear() {
        office = Desk.of(mvc, Person.with(Role.PARTY_OFFICE));
        secretary = Desk.of(mvc, Person.with(Role.SCHOOL_SECRETARY));
        id = UUID.randomUUID();
        body = (ObjectNode) json.readTree(answer("/api/programmes/presets/seed?year=2027"));
        body.put("id", id.toString());
        body.withObject("legalBasis")
                .put("documentNumber", "区委〔2027〕3号")
                .put("approvedBy", "区委")
                .put("approvedOn", "2027-03-01")
                .put("listItem", "第7项");
    }

    @Test
    void aProgrammeIsDraftedEditedAndPublished() throws Exception {
        office.posts(body.toString(), "/api/programmes")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andExpect(jsonPath("$.version").value(1));
        office.puts(edited("2027年度新方案", 1), "/api/programmes/%s", id)
                .andExpect(jsonPath("$.title").value("2027年度新方案"))
                .andExpect(jsonPath("$.version").value(2));
        office.posts("{\"version\":2}", "/api/programmes/%s/publish", id)
                .andExpect(jsonPath("$.state").value("PUBLISHED"))
                .andExpect(jsonPath("$.words.honour").value("表彰"));

        secretary
                .gets("/api/programmes/%s", id)
                .andExpect(jsonPath("$.windows.length()").value(9))
                .andExpect(jsonPath("$.categories.length()").value(4));
        assertThat(audited()).isEqualTo(3);
    }

    @Test
    void theSameDraftSentTwiceIsOneDraft() throws Exception {
        office.posts(body.toString(), "/api/programmes");
        office.posts(body.toString(), "/api/programmes")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        assertThat(audited()).isEqualTo(1);
    }

    @Test
    void aDraftIsTheOfficesOwn() throws Exception {
        office.posts(body.toString(), "/api/programmes");
        secretary
                .gets("/api/programmes/%s", id)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-programme"));
        secretary
                .gets("/api/programmes")
                .andExpect(jsonPath("$.items[*].id", not(hasItem(id.toString()))));
        office.gets("/api/programmes").andExpect(jsonPath("$.items[*].id", hasItem(id.toString())));
        office.gets("/api/tasks/submission")
                .andExpect(jsonPath("$[*].subjectId", hasItem(id.toString())));
    }

    @Test
    void anIncompleteProgrammeIsNotPublishedAndEveryGapIsNamed() throws Exception {
        body.putObject("legalBasis").put("mode", "EXCHANGE");
        office.posts(body.toString(), "/api/programmes").andExpect(status().isOk());
        office.posts("{\"version\":1}", "/api/programmes/%s/publish", id)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(4));
        office.gets("/api/programmes/%s", id).andExpect(jsonPath("$.state").value("DRAFT"));
    }

    @Test
    void publishingTwiceStaleOrEditingAfterwardsChangesNothing() throws Exception {
        office.posts(body.toString(), "/api/programmes");
        office.posts("{\"version\":7}", "/api/programmes/%s/publish", id)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("stale-version"));
        office.posts("{\"version\":1}", "/api/programmes/%s/publish", id)
                .andExpect(status().isOk());
        office.posts("{\"version\":1}", "/api/programmes/%s/publish", id)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("already-done"));
        office.puts(edited("换一个", 2), "/api/programmes/%s", id)
                .andExpect(jsonPath("$.code").value("not-possible-now"));
        office.posts("{\"version\":2}", "/api/programmes/%s/close", id)
                .andExpect(jsonPath("$.code").value("not-possible-now"));
        office.gets("/api/programmes/%s", id).andExpect(jsonPath("$.version").value(2));
    }

    @Test
    void badInputIsNamedFieldByField() throws Exception {
        body.put("title", "").put("year", 1999).remove("weights");
        office.posts(body.toString(), "/api/programmes")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[*].field", hasItem("title")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("year")))
                .andExpect(jsonPath("$.errors[*].field", hasItem("weights")));
        office.posts("{\"id\":\"%s\",\"colour\":\"red\"}".formatted(id), "/api/programmes")
                .andExpect(status().isBadRequest());
    }

    private String edited(String title, long version) {
        var edit = body.deepCopy();
        edit.remove("id");
        return edit.put("title", title).put("version", version).toString();
    }

    private String answer(String path) {
        try {
            return office.gets(path).andReturn().getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private long audited() {
        return jdbc.sql("select count(*) from audit where about_id = ?")
                .param(id.toString())
                .query(Long.class)
                .single();
    }
}

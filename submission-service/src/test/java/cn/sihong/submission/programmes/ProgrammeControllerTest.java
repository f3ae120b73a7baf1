package cn.sihong.submission.programmes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.keycloak.Role;
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
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.UUID;
import java.util.function.Supplier;

@SihongTest
class ProgrammeControllerTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
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
    void aUnitGetsMoreTimeForAReasonAndEverybodyHearsOfIt() throws Exception {
        var town = Town.in(jdbc);
        publish();
        office.posts(more(2, town.street().id(), "2027-07-09"), "/api/programmes/%s/extensions", id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(3))
                .andExpect(jsonPath("$.extensions[0].approvedBy").value("局党组副书记"));
        office.posts(more(3, town.school().id(), "2027-07-09"), "/api/programmes/%s/extensions", id)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("extension-not-possible"));
        office.posts(more(3, town.street().id(), "2027-07-10"), "/api/programmes/%s/extensions", id)
                .andExpect(jsonPath("$.errors[0].field").value("until"));
        office.posts(more(2, town.street().id(), "2027-07-12"), "/api/programmes/%s/extensions", id)
                .andExpect(jsonPath("$.code").value("stale-version"));
        assertThat(audited()).isEqualTo(3);
    }

    @Test
    void aCorrectionIsANewEditionAndItsDifferenceCanBeRead() throws Exception {
        publish();
        var correction = body.deepCopy();
        correction.remove("id");
        correction.put("title", "2027年度更正方案").put("version", 2).put("reason", "文号有误");
        office.posts(correction.toString(), "/api/programmes/%s/correct", id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.edition").value(2))
                .andExpect(jsonPath("$.version").value(3));
        secretary
                .gets("/api/programmes/%s/versions", id)
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].reason").value("文号有误"));
        office.gets("/api/programmes/%s/versions", id).andExpect(jsonPath("$.length()").value(3));
        secretary
                .gets("/api/programmes/%s/differences?from=2&to=3", id)
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].after").value("2027年度更正方案"));
        // the draft's own version is nobody else's business
        secretary
                .gets("/api/programmes/%s/differences?from=1&to=3", id)
                .andExpect(status().isNotFound());
    }

    @Test
    void aProgrammeIsClonedAsABodyReadyToBeSentBack() throws Exception {
        publish();
        var clone =
                (ObjectNode)
                        json.readTree(answer("/api/programmes/%s/clone?year=2028".formatted(id)));
        clone.put("id", UUID.randomUUID().toString());
        office.posts(clone.toString(), "/api/programmes")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("DRAFT"))
                .andExpect(jsonPath("$.year").value(2028));
        office.gets("/api/programmes/%s/advice", id)
                .andExpect(jsonPath("$[*].code", hasItem("unknown-holidays")));
    }

    @Test
    void aModeWithoutCommendationHidesItsWordsAndItsPlaques() throws Exception {
        body.withObject("legalBasis").put("mode", "INTERNAL_ASSESSMENT");
        publish();
        office.gets("/api/programmes/%s", id)
                .andExpect(jsonPath("$.words.honour").value("表扬"))
                .andExpect(jsonPath("$.modules", not(hasItem("PLAQUE"))))
                .andExpect(jsonPath("$.watermark").doesNotExist());
    }

    @Test
    void titlesMayBeEightySignsOfWhateverPlaneAndNotOneMore() throws Exception {
        for (var sign : new String[] {"四", "𬱟", "𠮷"}) {
            body.put("id", UUID.randomUUID().toString()).put("title", sign.repeat(81));
            office.posts(body.toString(), "/api/programmes")
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("title"));
            body.put("title", sign.repeat(80));
            office.posts(body.toString(), "/api/programmes")
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.title").value(sign.repeat(80)));
        }
        for (var harmful : new String[] {"标\u0000题", "标\u202e题", "13812345678"}) {
            body.put("title", harmful);
            office.posts(body.toString(), "/api/programmes")
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("title"));
        }
    }

    @Test
    void ofTwoOfficersOnOneDraftTheSecondIsToldAndNothingIsLost() throws Exception {
        var other = Desk.of(mvc, Person.with(Role.PARTY_OFFICE));
        office.posts(body.toString(), "/api/programmes");
        office.puts(edited("先改的标题", 1), "/api/programmes/%s", id).andExpect(status().isOk());
        other.puts(edited("后改的标题", 1), "/api/programmes/%s", id)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("stale-version"));
        other.gets("/api/programmes/%s", id).andExpect(jsonPath("$.title").value("先改的标题"));
        other.puts(edited("后改的标题", 2), "/api/programmes/%s", id)
                .andExpect(jsonPath("$.version").value(3));
    }

    @Test
    void aDemonstrationIsWatermarkedAndWipedWithAllThatHangsBelowIt() throws Exception {
        body.put("demonstration", true).put("title", "演示方案");
        publish();
        var town = Town.in(jdbc);
        office.gets("/api/programmes/%s", id).andExpect(jsonPath("$.watermark").exists());
        office.posts(more(2, town.street().id(), "2028-01-07"), "/api/programmes/%s/extensions", id)
                .andExpect(status().isOk());
        Desk.of(mvc, town.secretary())
                .posts(
                        "{\"schoolId\":\"%s\"}".formatted(town.school().id().value()),
                        "/api/programmes/%s/receipts",
                        id)
                .andExpect(status().isOk());
        aPlanThatWasSubmitted(town.school());
        assertThat(rows("plans")).isEqualTo(1);
        office.posts("{\"version\":3,\"title\":\"写错\"}", "/api/programmes/%s/wipe", id)
                .andExpect(status().isUnprocessableContent());
        office.posts("{\"version\":3,\"title\":\"演示方案\"}", "/api/programmes/%s/wipe", id)
                .andExpect(status().isOk());
        office.gets("/api/programmes/%s", id).andExpect(status().isNotFound());
        var tables =
                jdbc.sql(
                                """
                                select conrelid::regclass::text from pg_constraint
                                where contype = 'f' and confrelid = 'programmes'::regclass
                                """)
                        .query(String.class)
                        .list();
        assertThat(tables).allSatisfy(table -> assertThat(rows(table)).isZero());
    }

    @Test
    void whatCountedIsNeverWiped() throws Exception {
        publish();
        office.posts(
                        "{\"version\":2,\"title\":\"%s\"}".formatted(body.get("title").asString()),
                        "/api/programmes/%s/wipe",
                        id)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("not-a-demonstration"));
    }

    @Test
    void rulesAreTriedOnMadeUpData() throws Exception {
        var question = json.createObjectNode();
        question.put("schools", 8).put("kindergartens", 2).put("step", 500).put("seed", 1);
        question.set("categories", body.get("categories").deepCopy());
        for (var rule : question.get("categories")) ((ObjectNode) rule).remove("form");
        for (var rule : question.get("categories")) ((ObjectNode) rule).remove("rubric");
        office.posts(question.toString(), "/api/programmes/simulations")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.selectivity[2].empty").value(34))
                .andExpect(jsonPath("$.outcomes.length()").value(4))
                .andExpect(jsonPath("$.sentences").isNotEmpty());
        question.put("kindergartens", 9);
        office.posts(question.toString(), "/api/programmes/simulations")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("kindergartens"));
    }

    /** With an edition, which the service itself can only add. */
    private void aPlanThatWasSubmitted(Organisation school) {
        var plan = UUID.randomUUID();
        var unit = school.unitId().value();
        seeingAll(() ->
                jdbc.sql(
                                """
                                insert into plans (id, programme_id, school_id, unit_id, state, changed_at, content)
                                values (?, ?, ?, ?, 'SUBMITTED', now(), '{}')
                                """)
                        .params(plan, id, school.id().value(), unit)
                        .update());
        seeingAll(() ->
                jdbc.sql("insert into plan_editions values (?, 1, ?, ?, now(), '{}')")
                        .params(plan, school.id().value(), unit)
                        .update());
    }

    private long rows(String table) {
        return seeingAll(() ->
                jdbc.sql("select count(*) from %s where programme_id = ?".formatted(table))
                        .param(id)
                        .query(Long.class)
                        .single());
    }

    private <T> T seeingAll(Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(_ -> deed.get()));
    }

    private void publish() throws Exception {
        office.posts(body.toString(), "/api/programmes").andExpect(status().isOk());
        office.posts("{\"version\":1}", "/api/programmes/%s/publish", id)
                .andExpect(status().isOk());
    }

    private static String more(long version, Organisation.Id unit, String until) {
        return """
        {"version":%d,"unitId":"%s","stage":"PLAN","until":"%s","reason":"暴雨停课","approvedBy":"局党组副书记"}
        """
                .formatted(version, unit.value(), until);
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
    void whatIsStillWrongIsToldWhileItIsWrittenAndNothingIsKept() throws Exception {
        office.posts(body.toString(), "/api/programmes/faults")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(0));
        // a Saturday, and a notice of one day
        for (var window : body.get("windows"))
            if (window.get("stage").asString().equals("NOTICE"))
                ((ObjectNode) window).put("opensOn", "2027-12-18").put("closesOn", "2027-12-18");
        ((ObjectNode) body.get("categories").get(0)).put("form", "RED_GARDENER/99");
        office.posts(body.toString(), "/api/programmes/faults")
                .andExpect(jsonPath("$[?(@.field == 'windows.NOTICE')].message", hasSize(2)))
                .andExpect(jsonPath("$[?(@.field == 'categories')].message", hasSize(1)));
        ((ObjectNode) body.get("categories").get(0)).put("form", "nonsense");
        office.posts(body.toString(), "/api/programmes/faults")
                .andExpect(jsonPath("$[?(@.field == 'categories')].message", hasSize(1)));
        office.gets("/api/programmes/%s", id).andExpect(status().isNotFound());
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

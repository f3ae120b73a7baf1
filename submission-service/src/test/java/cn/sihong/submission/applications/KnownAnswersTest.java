package cn.sihong.submission.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import tools.jackson.databind.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was said once is not asked again. */
@SihongTest
class KnownAnswersTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Programmes programmes;
    @Autowired Forms forms;

    Town town;
    Programme.Id open;

    @BeforeEach
    void aTownWithAnOpenProgramme() {
        town = Town.in(jdbc);
        open = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
    }

    @Test
    void ofASchoolThatSaidNothingOnlyThePhaseIsKnown() {
        assertThat(known(Category.RED_GARDENER)).containsOnlyKeys("phase");
        assertThat(known(Category.RED_BASE)).isEmpty();
    }

    @Test
    void weeksActivitiesAndMechanismAnswerForTheClassroom() {
        progress(
                "weeks",
                """
                {"version":0,"members":30,"weeks":[{"monday":"2026-07-06","topic":"一张老照片","newSpeakers":3},
                 {"monday":"2026-07-13","topic":"家书","newSpeakers":2}]}
                """);
        progress(
                "mechanism",
                """
                {"version":0,"lines":[{"category":"RED_CLASSROOM","who":"教导处","rhythm":"每周一次","resource":""},
                 {"category":"RED_BASE","who":"总务处","rhythm":"每月一次","resource":"公用经费"}]}
                """);
        activity("RED_CLASSROOM", "三年级班会");
        activity("RED_CLASSROOM", "三年级班会");
        activity("RED_BASE", "校史课");

        var known = known(Category.RED_CLASSROOM);
        assertThat(known.get("weeksHeld").asInt()).isEqualTo(2);
        assertThat(known.get("members").asInt()).isEqualTo(30);
        assertThat(known.get("membersSpoken").asInt()).isEqualTo(5);
        assertThat(known.get("mechanism").asString()).isEqualTo("由教导处负责，每周一次。");
        assertThat(known.get("teachingItems").toString())
                .isEqualTo("[{\"item\":\"三年级班会\",\"kind\":\"CLASS_MEETING\"}]");
    }

    @Test
    void aPlaceIsDescribedOnceAndItsYearAnew() {
        signed(open, Category.RED_BASE);
        open = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
        var known = known(Category.RED_BASE);
        assertThat(known).containsKeys("title", "area", "theme", "exhibits");
        assertThat(known)
                .doesNotContainKeys(
                        "deeds", "effect", "summary", "origin", "selfScore", "consentReview");
        assertThat(known.get("schoolNotice").propertyNames()).containsExactly("place");
    }

    @Test
    void aSchoolHangsOutOneNoticeForAllItPutsForward() {
        signed(open, Category.RED_BASE);
        var notice = known(Category.RED_GARDENER).get("schoolNotice");
        assertThat(notice.propertyNames()).contains("from", "to", "place", "objections");
    }

    @Test
    void anotherSchoolsWordsAreNotKnownAndNotAsked() throws Exception {
        signed(open, Category.RED_BASE);
        ask(town.secretary(), town.neighbour().id().value(), Category.RED_BASE)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("not-your-unit"));
        ask(town.neighbourSecretary(), town.neighbour().id().value(), Category.RED_BASE)
                .andExpect(jsonPath("$").isEmpty());
    }

    private void signed(Programme.Id programme, Category category) {
        var content = Filled.in(forms.newest(category), "星火展厅", LocalDate.now().minusDays(2));
        var id = UUID.randomUUID();
        var desk = Desk.of(mvc, town.secretary());
        desk.posts(
                "{\"id\":\"%s\",\"programmeId\":\"%s\",\"schoolId\":\"%s\",\"category\":\"%s\",\"content\":%s}"
                        .formatted(
                                id,
                                programme.value(),
                                town.school().id().value(),
                                category,
                                Samples.JSON.writeValueAsString(content)),
                "/api/applications");
        var answer =
                desk.posts(
                        "{\"version\":1,\"secretaryOpinion\":\"同意\",\"undertaking\":true}",
                        "/api/applications/%s/submit",
                        id);
        assertThat(answer.andReturn().getResponse().getStatus()).isEqualTo(200);
    }

    private void progress(String sheet, String body) {
        var answer =
                Desk.of(mvc, town.infoOfficer())
                        .puts(
                                body,
                                "/api/progress/%s?programme=%s&school=%s",
                                sheet,
                                open.value(),
                                town.school().id().value());
        assertThat(answer.andReturn().getResponse().getStatus()).isEqualTo(200);
    }

    private void activity(String red, String item) {
        Desk.of(mvc, town.infoOfficer())
                .posts(
                        """
                        {"id":"%s","programmeId":"%s","schoolId":"%s","content":
                         {"kind":"%s","type":"CLASS_MEETING","on":"2026-07-06","title":"讲","teaching":{"kind":"CLASS_MEETING","item":"%s"}}}
                        """
                                .formatted(
                                        UUID.randomUUID(),
                                        open.value(),
                                        town.school().id().value(),
                                        red,
                                        item),
                        "/api/progress/activities");
    }

    private Map<String, JsonNode> known(Category category) {
        var answer = ask(town.infoOfficer(), town.school().id().value(), category);
        List<Map<String, Object>> known = Desk.read(answer, "$");
        return known.stream()
                .collect(
                        Collectors.toMap(
                                one -> (String) one.get("key"),
                                one -> Samples.JSON.valueToTree(one.get("answer"))));
    }

    private ResultActions ask(Person person, UUID school, Category category) {
        return Desk.of(mvc, person)
                .gets(
                        "/api/applications/known?programme=%s&school=%s&category=%s",
                        open.value(), school, category);
    }
}

package cn.sihong.submission.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What a school writes down of its work over HTTP, and who reads it. */
@SihongTest
class ProgressTest {

    private static final String CLASS_MEETING =
            """
            {"kind":"RED_CLASSROOM","type":"CLASS_MEETING","on":"2026-07-06","title":"一张老照片","participants":42,
             "teaching":{"kind":"CLASS_MEETING","item":"三年级班会"}}
            """;

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Programmes programmes;

    Town town;
    Programme.Id open;

    @BeforeEach
    void aTownWithAnOpenProgramme() {
        town = Town.in(jdbc);
        open = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
    }

    @Test
    void anActivityIsWrittenDownChangedAndTakenOut() throws Exception {
        var id = UUID.randomUUID();
        recorded(id, CLASS_MEETING).andExpect(status().isOk());
        recorded(id, CLASS_MEETING).andExpect(jsonPath("$.version").value(1));
        school().puts(
                        "{\"version\":1,\"content\":%s}"
                                .formatted(CLASS_MEETING.replace("老照片", "家书")),
                        "/api/progress/activities/%s",
                        id)
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.content.title").value("一张家书"))
                .andExpect(jsonPath("$.content.teaching.item").value("三年级班会"));
        refused(
                school().posts("{\"version\":1}", "/api/progress/activities/%s/remove", id),
                409,
                "stale-version");
        school().posts("{\"version\":2}", "/api/progress/activities/%s/remove", id)
                .andExpect(status().isOk());
        assertThat(titles(town.secretary())).isEmpty();
    }

    @Test
    void nothingButWhatHappenedIsTakenAndAllFaultsAreNamed() throws Exception {
        var tomorrow = LocalDate.now().plusDays(2);
        var wrong =
                """
                {"kind":"RED_CLASSROOM","type":"TEACHING","on":"%s","title":"","participants":-1,
                 "teaching":{"kind":"LESSON","item":" "}}
                """
                        .formatted(tomorrow);
        var answer = recorded(UUID.randomUUID(), wrong).andExpect(status().is(422));
        assertThat(Desk.<List<String>>read(answer, "$.errors[*].field"))
                .containsExactlyInAnyOrder(
                        "content.title",
                        "content.participants",
                        "content.on",
                        "content.teaching.item");
        recorded(UUID.randomUUID(), CLASS_MEETING.replace("CLASS_MEETING", "CHECK_IN"))
                .andExpect(status().isBadRequest());
        assertThat(titles(town.secretary())).isEmpty();
    }

    @Test
    void theSchoolItsUnitAndTheBureauReadItAndNobodyElse() throws Exception {
        recorded(UUID.randomUUID(), CLASS_MEETING);
        for (var reader : List.of(town.secretary(), town.streetReviewer(), town.office()))
            assertThat(titles(reader)).containsExactly("一张老照片");
        for (var stranger :
                List.of(town.neighbourSecretary(), town.otherReviewer(), town.directSecretary()))
            for (var page : List.of("activities", "summary", "weeks", "self-check", "mechanism"))
                refused(
                        Desk.of(mvc, stranger).gets("/api/progress/%s?%s", page, ofSchool()),
                        403,
                        "not-your-unit");
    }

    @Test
    void anotherSchoolsRecordIsRefused() throws Exception {
        var id = UUID.randomUUID();
        recorded(id, CLASS_MEETING);
        var stranger = Desk.of(mvc, town.neighbourSecretary());
        refused(
                stranger.puts(
                        "{\"version\":1,\"content\":%s}".formatted(CLASS_MEETING),
                        "/api/progress/activities/%s",
                        id),
                404,
                "no-such-activity");
        refused(
                stranger.puts(
                        "{\"version\":0,\"lines\":[]}", "/api/progress/mechanism?%s", ofSchool()),
                403,
                "not-your-unit");
    }

    @Test
    void manyWeeksAreFilledInAtOnce() throws Exception {
        var monday = LocalDate.now().with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
        var weeks =
                """
                {"version":0,"members":20,"weeks":[{"monday":"%s","topic":"长征","newSpeakers":3},{"monday":"%s","newSpeakers":2}]}
                """
                        .formatted(monday, monday.minusWeeks(1));
        fill("weeks", weeks).andExpect(jsonPath("$.version").value(1));
        school().gets("/api/progress/summary?%s", ofSchool())
                .andExpect(jsonPath("$.coverage").value(25))
                .andExpect(
                        jsonPath("$.weeks[?(@.monday == '%s')].held".formatted(monday))
                                .value(true));
        refused(fill("weeks", weeks), 409, "stale-version");
        var twice = weeks.replace(monday.minusWeeks(1).toString(), monday.toString());
        fill("weeks", twice.replace("\"version\":0", "\"version\":1"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("content.weeks[1].monday"));
    }

    @Test
    void theSelfCheckUsesTheRubricOfTheAcceptanceAndMissingIsNotZero() throws Exception {
        var rubric = school().gets("/api/progress/rubric");
        assertThat(
                        Desk.<List<Integer>>read(rubric, "$[*].maxPoints").stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                .isEqualTo(100_000);
        fill("self-check", "{\"version\":0,\"points\":{\"plan-made\":14500},\"note\":\"目标还可更细\"}")
                .andExpect(jsonPath("$.sheet.points.plan-made").value(14_500))
                .andExpect(jsonPath("$.sheet.points.results").doesNotExist());
        for (var wrong : List.of("\"plan-made\":15500", "\"plan-made\":250", "\"beauty\":500"))
            fill("self-check", "{\"version\":1,\"points\":{%s}}".formatted(wrong))
                    .andExpect(status().is(422));
    }

    @Test
    void theMechanismSaysWhoHowOftenAndFromWhat() throws Exception {
        var lines =
                """
                {"version":0,"lines":[{"category":"RED_BASE","who":"德育主任","rhythm":"每月一次","resource":"公用经费"}]}
                """;
        fill("mechanism", lines).andExpect(jsonPath("$.sheet.lines[0].who").value("德育主任"));
        fill("mechanism", "{\"version\":1,\"lines\":[{\"category\":\"RED_BASE\"}]}")
                .andExpect(status().is(422));
    }

    @Test
    void onlyOneOfTwoClerksAtOnceIsHeard() throws Exception {
        var answers = new ArrayList<Integer>();
        try (var clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> clerk =
                    () ->
                            fill("weeks", "{\"version\":0,\"weeks\":[]}")
                                    .andReturn()
                                    .getResponse()
                                    .getStatus();
            for (var done : clerks.invokeAll(List.of(clerk, clerk))) answers.add(done.get());
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    private Desk school() {
        return Desk.of(mvc, town.infoOfficer());
    }

    private String ofSchool() {
        return "programme=%s&school=%s".formatted(open.value(), town.school().id().value());
    }

    private ResultActions recorded(UUID id, String content) {
        return school().posts(
                        "{\"id\":\"%s\",\"programmeId\":\"%s\",\"schoolId\":\"%s\",\"content\":%s}"
                                .formatted(id, open.value(), town.school().id().value(), content),
                        "/api/progress/activities");
    }

    private ResultActions fill(String sheet, String body) {
        return school().puts(body, "/api/progress/%s?%s", sheet, ofSchool());
    }

    private List<String> titles(Person reader) {
        return Desk.read(
                Desk.of(mvc, reader).gets("/api/progress/activities?%s", ofSchool()),
                "$[*].content.title");
    }

    private static void refused(ResultActions answer, int status, String code) throws Exception {
        answer.andExpect(status().is(status)).andExpect(jsonPath("$.code").value(code));
    }
}

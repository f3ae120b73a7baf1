package cn.sihong.submission.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Organisation;
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

import java.util.List;
import java.util.UUID;

/** What people can do with a plan over HTTP, and what they cannot. */
@SihongTest
class PlanLifecycleTest {

    private static final String CONTENT =
            """
            {"ideology":"一","organisation":"二","institution":"三","team":"四","integrity":"五","highlights":"六",
             "brandName":"星火传薪","brandMeaning":"以史育人","brandCarrier":"校史展厅","brandMethod":"师生共建","brandEffect":"人人会讲",
             "secretary":"张三","infoOfficer":"李四","leadGroup":[{"name":"张三","duty":"总负责"}],
             "targets":[{"text":"建成展厅","measure":"六个单元","dueOn":"2026-10-31"}]}
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
    void aPlanTravelsFromDraftToFile() throws Exception {
        var id = drafted();
        move(town.secretary(), id, "submit", 1).andExpect(jsonPath("$.state").value("SUBMITTED"));
        Desk.of(mvc, town.streetReviewer())
                .posts(
                        "{\"version\":2,\"reason\":\"请补充目标\",\"comments\":{\"TARGETS\":\"写明完成标准\",\"BRAND\":null}}",
                        "/api/plans/%s/return",
                        id)
                .andExpect(jsonPath("$.reason").value("请补充目标"))
                .andExpect(jsonPath("$.comments.TARGETS").value("写明完成标准"))
                .andExpect(jsonPath("$.comments.BRAND").doesNotExist());
        move(town.secretary(), id, "submit", 3);
        move(town.streetReviewer(), id, "pass", 4)
                .andExpect(jsonPath("$.state").value("GATE_PASSED"));
        batch(town.streetReviewer()).andExpect(jsonPath("$.plans").value(1));
        file(town.street()).andExpect(jsonPath("$.plans").value(1));
        Desk.of(mvc, town.secretary())
                .gets("/api/plans/%s", id)
                .andExpect(jsonPath("$.state").value("FILED"));
    }

    @Test
    void theSchoolIsToldWhatIsMissingBeforeItsSecretarySubmits() throws Exception {
        var id = drafted();
        var ask = "/api/plans/%s/missing";
        Desk.of(mvc, town.secretary()).gets(ask, id).andExpect(jsonPath("$.errors").isEmpty());
        Desk.of(mvc, town.infoOfficer())
                .puts(
                        "{\"version\":1,\"content\":%s}".formatted(CONTENT.replace("星火传薪", "")),
                        "/api/plans/%s",
                        id);
        Desk.of(mvc, town.secretary())
                .gets(ask, id)
                .andExpect(jsonPath("$.errors[*].field").value("content.brandName"));
        refused(Desk.of(mvc, town.neighbourSecretary()).gets(ask, id), 404, "no-such-plan");
    }

    @Test
    void movesMadeTwiceOrTooLateAreAnsweredSo() throws Exception {
        var id = drafted();
        refused(move(town.secretary(), id, "submit", 9), 409, "stale-version");
        move(town.secretary(), id, "submit", 1);
        refused(move(town.secretary(), id, "submit", 1), 409, "already-done");
        move(town.streetReviewer(), id, "pass", 2);
        refused(move(town.secretary(), id, "submit", 3), 409, "not-possible-now");
        batch(town.streetReviewer()).andExpect(status().isOk());
        refused(batch(town.streetReviewer()), 409, "nothing-to-move");
        file(town.street()).andExpect(status().isOk());
        refused(file(town.street()), 409, "nothing-to-move");
    }

    @Test
    void theSameDraftBegunTwiceIsOneAndASecondPlanIsRefused() throws Exception {
        var id = drafted();
        draft(id, town.school(), town.infoOfficer()).andExpect(jsonPath("$.version").value(1));
        refused(draft(UUID.randomUUID(), town.school(), town.infoOfficer()), 409, "plan-exists");
    }

    @Test
    void whatStaysFromTheYearBeforeAndWhoSitsWhereIsKnownBeforeAnybodyWrites() throws Exception {
        move(town.secretary(), drafted(), "submit", 1);
        var next = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
        var ask = "/api/plans/known?programme=%s&school=%s";
        Desk.of(mvc, town.infoOfficer())
                .gets(ask, next.value(), town.school().id().value())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.brandName").value("星火传薪"))
                .andExpect(jsonPath("$.leadGroup[0].name").value("张三"))
                .andExpect(jsonPath("$.secretary").value(town.secretary().name()))
                .andExpect(jsonPath("$.infoOfficer").value(town.infoOfficer().name()))
                .andExpect(jsonPath("$.ideology").value(""))
                .andExpect(jsonPath("$.targets").isEmpty());
        refused(
                Desk.of(mvc, town.neighbourSecretary())
                        .gets(ask, next.value(), town.school().id().value()),
                403,
                "not-your-unit");
    }

    /** Invariant 21. */
    @Test
    void aSchoolWithoutAnInfoOfficerSubmitsNoPlan() throws Exception {
        var id = UUID.randomUUID();
        draft(id, town.neighbour(), town.neighbourSecretary());
        refused(move(town.neighbourSecretary(), id, "submit", 1), 409, "seats-empty");
    }

    /** Invariant 21. */
    @Test
    void aPlanThatNamesNoSecretaryAndNoInfoOfficerIsNotSubmitted() throws Exception {
        var id = UUID.randomUUID();
        var nameless = CONTENT.replace("\"secretary\":\"张三\",\"infoOfficer\":\"李四\",", "");
        Desk.of(mvc, town.infoOfficer())
                .posts(
                        "{\"id\":\"%s\",\"programmeId\":\"%s\",\"schoolId\":\"%s\",\"content\":%s}"
                                .formatted(id, open.value(), town.school().id().value(), nameless),
                        "/api/plans");
        var answer = move(town.secretary(), id, "submit", 1).andExpect(status().is(422));
        assertThat(Desk.<List<String>>read(answer, "$.errors[*].field"))
                .containsExactlyInAnyOrder("content.secretary", "content.infoOfficer");
    }

    @Test
    void aReportWaitsForTheLastPlanAtTheGate() throws Exception {
        move(town.secretary(), drafted(), "submit", 1);
        refused(batch(town.streetReviewer()), 409, "gate-unfinished");
    }

    @Test
    void othersHaveNoSayAndNoSight() throws Exception {
        var id = drafted();
        refused(draft(UUID.randomUUID(), town.neighbour(), town.secretary()), 403, "not-your-unit");
        refused(move(town.strangerSecretary(), id, "submit", 1), 404, "no-such-plan");
        move(town.secretary(), id, "submit", 1);
        refused(move(town.otherReviewer(), id, "pass", 2), 404, "no-such-plan");
        for (var stranger : List.of(town.neighbourSecretary(), town.otherReviewer()))
            refused(Desk.of(mvc, stranger).gets("/api/plans/%s", id), 404, "no-such-plan");
    }

    @Test
    void aClosedWindowTakesNoPlan() throws Exception {
        open = ProgrammeSamples.published(programmes, ProgrammeSamples.longClosed()).id();
        refused(draft(UUID.randomUUID(), town.school(), town.infoOfficer()), 409, "window-closed");
    }

    @Test
    void listsAndTasksShowEachTheirOwn() throws Exception {
        var id = drafted();
        assertThat(listed(town.secretary())).containsExactly(id.toString());
        assertThat(listed(town.streetReviewer())).isEmpty();
        move(town.secretary(), id, "submit", 1);
        assertThat(listed(town.streetReviewer())).containsExactly(id.toString());
        assertThat(listed(town.otherReviewer())).isEmpty();
        assertThat(tasks(town.streetReviewer())).contains("1 份实施方案待审核把关");
        assertThat(tasks(town.otherReviewer())).isEmpty();
    }

    @Test
    void theBureauSendsBackWhatItDoesNotAcceptAndTheRestIsFiled() throws Exception {
        var id = drafted();
        move(town.secretary(), id, "submit", 1);
        move(town.streetReviewer(), id, "pass", 2);
        batch(town.streetReviewer());
        var rejection =
                "{\"version\":4,\"reason\":\"目标与局方案不符\",\"comments\":{\"TARGETS\":\"请对照\"}}";
        Desk.of(mvc, town.office())
                .posts(rejection, "/api/plans/%s/reject", id)
                .andExpect(jsonPath("$.state").value("RETURNED"));
        refused(file(town.street()), 409, "nothing-to-move");
        refused(
                Desk.of(mvc, town.office()).posts(rejection, "/api/plans/%s/reject", id),
                409,
                "already-done");
        move(town.secretary(), id, "submit", 5).andExpect(jsonPath("$.state").value("SUBMITTED"));
    }

    @Test
    void anEmptyCommentOrOneThatIsTooLongChangesNothing() throws Exception {
        var id = drafted();
        move(town.secretary(), id, "submit", 1);
        var tooLong = "{\"version\":2,\"reason\":\"请改\",\"comments\":{\"BRAND\":\"%s\"}}";
        Desk.of(mvc, town.streetReviewer())
                .posts(tooLong.formatted("长".repeat(301)), "/api/plans/%s/return", id)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].field").value("comments.BRAND"));
        move(town.streetReviewer(), id, "pass", 2).andExpect(status().isOk());
    }

    @Test
    void whatBecameDifferentCanBeRead() throws Exception {
        var id = drafted();
        move(town.secretary(), id, "submit", 1);
        Desk.of(mvc, town.streetReviewer())
                .posts("{\"version\":2,\"reason\":\"请改\"}", "/api/plans/%s/return", id);
        Desk.of(mvc, town.infoOfficer())
                .puts(
                        "{\"version\":3,\"content\":%s}"
                                .formatted(CONTENT.replace("以史育人", "以史育人，知行合一")),
                        "/api/plans/%s",
                        id);
        move(town.secretary(), id, "submit", 4);
        Desk.of(mvc, town.streetReviewer())
                .gets("/api/plans/%s/changes", id)
                .andExpect(jsonPath("$.from").value(1))
                .andExpect(jsonPath("$.to").value(2))
                .andExpect(jsonPath("$.changes.length()").value(1))
                .andExpect(jsonPath("$.changes[0].label").value("品牌内涵"));
        Desk.of(mvc, town.secretary())
                .gets("/api/plans/%s/editions", id)
                .andExpect(jsonPath("$.length()").value(2));
        refused(
                Desk.of(mvc, town.secretary()).gets("/api/plans/%s/changes?to=3", id),
                404,
                "no-such-edition");
        refused(
                Desk.of(mvc, town.otherReviewer()).gets("/api/plans/%s/editions", id),
                404,
                "no-such-plan");
    }

    @Test
    void aCopiedPlanIsPointedOutToItsSchoolAloneAndNobodyIsNamed() throws Exception {
        var copied = CONTENT.replace("\"以史育人\"", "\"%s\"".formatted(LONG));
        var original = UUID.randomUUID();
        town.seat(jdbc, town.neighbour(), Role.INFO_OFFICER);
        draft(original, town.neighbour(), town.neighbourSecretary(), copied);
        move(town.neighbourSecretary(), original, "submit", 1).andExpect(status().isOk());
        var copy = UUID.randomUUID();
        draft(copy, town.school(), town.infoOfficer(), copied).andExpect(status().isOk());
        var notice =
                Desk.of(mvc, town.secretary())
                        .gets("/api/plans/%s/originality", copy)
                        .andExpect(jsonPath("$.likeness").value(100))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(notice)
                .contains("仅供本校参考")
                .doesNotContain(town.neighbour().name(), original.toString());
        refused(
                Desk.of(mvc, town.neighbourSecretary()).gets("/api/plans/%s/originality", copy),
                404,
                "no-such-plan");
        move(town.secretary(), copy, "submit", 1).andExpect(status().isOk());
        Desk.of(mvc, town.streetReviewer())
                .gets("/api/plans/%s/originality", copy)
                .andExpect(jsonPath("$.code").value("role-not-allowed"));
    }

    private static final String LONG = "坚持每月一次集中学习，全年开展党课十二次，教师撰写学习体会六十篇；青年教师的理论学习还不够系统。";

    private UUID drafted() throws Exception {
        var id = UUID.randomUUID();
        draft(id, town.school(), town.infoOfficer()).andExpect(status().isOk());
        return id;
    }

    private ResultActions draft(UUID id, Organisation school, Person by) {
        return draft(id, school, by, CONTENT);
    }

    private ResultActions draft(UUID id, Organisation school, Person by, String content) {
        return Desk.of(mvc, by)
                .posts(
                        "{\"id\":\"%s\",\"programmeId\":\"%s\",\"schoolId\":\"%s\",\"content\":%s}"
                                .formatted(id, open.value(), school.id().value(), content),
                        "/api/plans");
    }

    private ResultActions move(Person by, UUID id, String move, long version) {
        return Desk.of(mvc, by)
                .posts("{\"version\":%d}".formatted(version), "/api/plans/%s/%s", id, move);
    }

    private ResultActions batch(Person by) {
        return Desk.of(mvc, by)
                .posts("{\"programmeId\":\"%s\"}".formatted(open.value()), "/api/plans/batch");
    }

    private ResultActions file(Organisation unit) {
        return Desk.of(mvc, town.office())
                .posts(
                        "{\"programmeId\":\"%s\",\"unitId\":\"%s\"}"
                                .formatted(open.value(), unit.id().value()),
                        "/api/plans/filings");
    }

    private static void refused(ResultActions answer, int status, String code) throws Exception {
        answer.andExpect(status().is(status)).andExpect(jsonPath("$.code").value(code));
    }

    private List<String> listed(Person person) {
        return Desk.read(
                Desk.of(mvc, person).gets("/api/plans?programme=%s", open.value()),
                "$.items[*].id");
    }

    private List<String> tasks(Person person) {
        return Desk.read(
                Desk.of(mvc, person).gets("/api/tasks/submission"),
                "$[?(@.programmeId == '%s')].title".formatted(open.value()));
    }
}

package cn.sihong.submission.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Organisation;
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
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

@SihongTest
class BatchLifecycleTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Programmes programmes;
    @Autowired TransactionTemplate transaction;

    Town town;
    Programme.Id open;

    @BeforeEach
    void aTownWithAnOpenProgramme() {
        town = Town.in(jdbc);
        open = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
    }

    @Test
    void aUnitReportsAndTheBureauReceives() throws Exception {
        complete(town.directUnit(), town.directUnit().id());
        var id = UUID.randomUUID();
        report(id, town.directUnit(), "{}", town.directReviewer())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("SUBMITTED"))
                .andExpect(jsonPath("$.recommended").value(5));
        receive(id, 1)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("second-check-missing"));
        check(id, 1, "{}").andExpect(jsonPath("$.state").value("SECOND_CHECKED"));
        check(id, 2, "{}").andExpect(jsonPath("$.code").value("already-done"));
        receive(id, 2)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("RECEIVED"))
                .andExpect(jsonPath("$.receivedAt").exists());
        assertThat(numbers(town.directUnit()))
                .contains("2026-KT-%s-0002".formatted(town.directUnit().code()))
                .hasSize(5);
    }

    @Test
    void theSameReportTwiceIsOneBatch() throws Exception {
        complete(town.directUnit(), town.directUnit().id());
        var id = UUID.randomUUID();
        var first = report(id, town.directUnit(), "{}", town.directReviewer());
        var again = report(id, town.directUnit(), "{}", town.directReviewer());
        assertThat(again.andReturn().getResponse().getContentAsString())
                .isEqualTo(first.andReturn().getResponse().getContentAsString());
        report(UUID.randomUUID(), town.directUnit(), "{}", town.directReviewer())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("already-done"));
    }

    @Test
    void receivingTwiceIsAnsweredAsDone() throws Exception {
        complete(town.directUnit(), town.directUnit().id());
        var id = UUID.randomUUID();
        report(id, town.directUnit(), "{}", town.directReviewer());
        check(id, 1, "{}");
        receive(id, 7).andExpect(jsonPath("$.code").value("stale-version"));
        receive(id, 2).andExpect(status().isOk());
        receive(id, 2)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("already-done"));
    }

    @Test
    void twoClerksAtOnceReportOneBatch() throws Exception {
        complete(town.directUnit(), town.directUnit().id());
        try (var clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> clerk =
                    () ->
                            report(
                                            UUID.randomUUID(),
                                            town.directUnit(),
                                            "{}",
                                            town.directReviewer())
                                    .andReturn()
                                    .getResponse()
                                    .getStatus();
            var answers =
                    clerks.invokeAll(List.of(clerk, clerk)).stream()
                            .map(done -> done.resultNow())
                            .toList();
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
    }

    /** Invariant 9. */
    @Test
    void aSchoolBelowTheMinimumNeedsItsReason() throws Exception {
        complete(town.school(), town.street().id());
        report(UUID.randomUUID(), town.street(), "{}", town.streetReviewer())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("minimum-unexplained"))
                .andExpect(
                        jsonPath("$.errors[0].field")
                                .value("reasons." + town.neighbour().id().value()));
        assertThat(numbers(town.school())).isEmpty();

        var reason = "{\"%s\":\"新建校，本年度暂不参加。\"}".formatted(town.neighbour().id().value());
        report(UUID.randomUUID(), town.street(), reason, town.streetReviewer())
                .andExpect(status().isOk());
    }

    @Test
    void aReasonForAForeignSchoolIsRefused() throws Exception {
        var reason = "{\"%s\":\"与我无关的学校\"}".formatted(town.stranger().id().value());
        report(UUID.randomUUID(), town.street(), reason, town.streetReviewer())
                .andExpect(jsonPath("$.code").value("invalid-input"));
    }

    @Test
    void aUnitDoesNotReportForAnother() throws Exception {
        report(UUID.randomUUID(), town.street(), "{}", town.otherReviewer())
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("not-your-unit"));
    }

    @Test
    void aClosedWindowReceivesNoBatch() throws Exception {
        open = ProgrammeSamples.published(programmes, ProgrammeSamples.longClosed()).id();
        report(UUID.randomUUID(), town.street(), "{}", town.streetReviewer())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("window-closed"));
    }

    @Test
    void whatWouldBeReportedIsShownBefore() throws Exception {
        complete(town.school(), town.street().id());
        Desk.of(mvc, town.streetReviewer())
                .gets(
                        "/api/batches/preview?programme=%s&unit=%s",
                        open.value(), town.street().id().value())
                .andExpect(jsonPath("$.recommended.length()").value(5))
                .andExpect(jsonPath("$.recommended[0].rank").value(1))
                .andExpect(jsonPath("$.undecided").value(0))
                .andExpect(jsonPath("$.schools[?(@.counts.RED_CLASSROOM == 2)]").exists())
                .andExpect(jsonPath("$.schools.length()").value(2));
    }

    @Test
    void unitsSeeTheirOwnBatchAndTheBureauAll() throws Exception {
        complete(town.directUnit(), town.directUnit().id());
        report(UUID.randomUUID(), town.directUnit(), "{}", town.directReviewer());
        assertThat(listed(town.directReviewer())).isEqualTo(1);
        assertThat(listed(town.office())).isEqualTo(1);
        assertThat(listed(town.otherReviewer())).isZero();
    }

    @Test
    void theBureauIsToldOfBatchesToReceive() throws Exception {
        complete(town.directUnit(), town.directUnit().id());
        report(UUID.randomUUID(), town.directUnit(), "{}", town.directReviewer());
        List<String> waiting =
                Desk.read(
                        Desk.of(mvc, town.office()).gets("/api/tasks/submission"),
                        "$[?(@.programmeId == '%s')].title".formatted(open.value()));
        assertThat(waiting).containsExactly("1 个直属单位的批次待复核");
    }

    @Test
    void whatTheSecondCheckDoesNotUpholdLeavesTheBatchAndTheUnitReadsWhy() throws Exception {
        complete(town.directUnit(), town.directUnit().id());
        var id = UUID.randomUUID();
        report(id, town.directUnit(), "{}", town.directReviewer());
        var base = only(town.directUnit(), Category.RED_BASE);
        check(id, 1, "{\"%s\":\"场地尚未建成\"}".formatted(base))
                .andExpect(jsonPath("$.recommended").value(4))
                .andExpect(jsonPath("$.notRecommended").value(1));
        Desk.of(mvc, town.directSecretary())
                .gets("/api/applications/%s", base)
                .andExpect(jsonPath("$.state").value("NOT_RECOMMENDED"))
                .andExpect(jsonPath("$.reason").value("场地尚未建成"));
        receive(id, 2).andExpect(status().isOk());
        assertThat(numbers(town.directUnit())).hasSize(4);
    }

    @Test
    void aSecondCheckConfirmsAllThreeThingsAndNamesOnlyWhatIsInTheBatch() throws Exception {
        complete(town.directUnit(), town.directUnit().id());
        var id = UUID.randomUUID();
        report(id, town.directUnit(), "{}", town.directReviewer());
        Desk.of(mvc, town.office())
                .posts(
                        "{\"version\":1,\"complete\":true,\"eligible\":true,\"integrity\":false,\"opinion\":\"同意。\"}",
                        "/api/batches/%s/second-check",
                        id)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("integrity"));
        check(id, 1, "{\"%s\":\"不在其中\"}".formatted(UUID.randomUUID()))
                .andExpect(jsonPath("$.code").value("invalid-input"));
        receive(id, 1).andExpect(jsonPath("$.code").value("second-check-missing"));
    }

    @Test
    void aStreetCentresBatchNeedsNoSecondCheck() throws Exception {
        complete(town.stranger(), town.otherStreet().id());
        var id = UUID.randomUUID();
        report(id, town.otherStreet(), "{}", town.otherReviewer()).andExpect(status().isOk());
        check(id, 1, "{}").andExpect(jsonPath("$.code").value("second-check-not-needed"));
        receive(id, 1).andExpect(status().isOk());
    }

    @Test
    void aBatchIsLateOnlyWithARecordedExtension() throws Exception {
        open = ProgrammeSamples.published(programmes, ProgrammeSamples.longClosed()).id();
        complete(town.stranger(), town.otherStreet().id());
        report(UUID.randomUUID(), town.otherStreet(), "{}", town.otherReviewer())
                .andExpect(jsonPath("$.code").value("window-closed"));
        jdbc.sql(
                        """
                        insert into programme_extensions (programme_id, stage, unit_id, until, reason, approved_by, granted_by, granted_at)
                        values (?, 'APPLICATION', ?, date '2090-01-01', '停电', '局党组', gen_random_uuid(), now())
                        """)
                .params(open.value(), town.otherStreet().id().value())
                .update();
        complete(town.directUnit(), town.directUnit().id());
        report(UUID.randomUUID(), town.directUnit(), "{}", town.directReviewer())
                .andExpect(jsonPath("$.code").value("window-closed"));
        report(UUID.randomUUID(), town.otherStreet(), "{}", town.otherReviewer())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.late").value(true));
    }

    @Test
    void theSummaryStaysAsItWasReportedAndIsForItsUnitAndTheBureau() throws Exception {
        complete(town.directUnit(), town.directUnit().id());
        var id = UUID.randomUUID();
        report(id, town.directUnit(), "{}", town.directReviewer());
        var base = only(town.directUnit(), Category.RED_BASE);
        check(id, 1, "{\"%s\":\"场地<尚未>建成\"}".formatted(base));
        var summary =
                Desk.of(mvc, town.directReviewer())
                        .gets("/api/batches/%s/summary", id)
                        .andExpect(jsonPath("$.recommended.length()").value(5))
                        .andExpect(jsonPath("$.reviewer").value(town.directReviewer().name()))
                        .andExpect(jsonPath("$.schools[0].counts[2].putForward").value(2));
        assertThat(Desk.<List<String>>read(summary, "$.recommended[*].note"))
                .containsExactly("党建办复核未予维持：场地<尚未>建成");
        var page =
                Desk.of(mvc, town.office())
                        .gets("/api/batches/%s/summary.html", id)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse();
        page.setCharacterEncoding("UTF-8");
        assertThat(page.getContentAsString())
                .contains("申报汇总表（演示数据，不作依据）", "书记签字", "场地&lt;尚未&gt;建成")
                .doesNotContain("<尚未>");
        var workbook =
                Desk.of(mvc, town.office())
                        .gets("/api/batches/%s/summary.xlsx", id)
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray();
        try (var read =
                new org.dhatim.fastexcel.reader.ReadableWorkbook(
                        new java.io.ByteArrayInputStream(workbook))) {
            var rows = read.findSheet("推荐排序").orElseThrow().read();
            assertThat(rows).hasSize(6);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("红色基地");
            assertThat(read.findSheet("各校情况").orElseThrow().read().get(0).getCellText(0))
                    .endsWith("申报汇总表（演示数据，不作依据）");
        }
        for (var part : List.of("summary", "summary.xlsx", "summary.html"))
            Desk.of(mvc, town.otherReviewer())
                    .gets("/api/batches/%s/%s", id, part)
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("no-such-batch"));
    }

    @Test
    void allThatWaitForTheFormalCheckAreAdmittedAtOnce() throws Exception {
        complete(town.stranger(), town.otherStreet().id());
        var id = UUID.randomUUID();
        report(id, town.otherStreet(), "{}", town.otherReviewer());
        admit(id, 5).andExpect(jsonPath("$.code").value("not-possible-now"));
        receive(id, 1);
        admit(id, 4).andExpect(jsonPath("$.code").value("stale-version"));
        admit(id, 5).andExpect(status().isOk());
        admit(id, 5).andExpect(jsonPath("$.code").value("already-done"));
        Desk.of(mvc, town.office())
                .gets("/api/batches?programme=%s", open.value())
                .andExpect(jsonPath("$[0].formalCheck.admitted").value(5))
                .andExpect(jsonPath("$[0].formalCheck.waiting").value(0));
    }

    @Test
    void aUnitIsToldWhenAllIsScreenedAndNothingReported() throws Exception {
        complete(town.stranger(), town.otherStreet().id());
        assertThat(waitingFor(town.otherReviewer())).containsExactly("已推荐 5 份申报，待统一报送");
        assertThat(waitingFor(town.streetReviewer())).isEmpty();
        report(UUID.randomUUID(), town.otherStreet(), "{}", town.otherReviewer());
        assertThat(waitingFor(town.otherReviewer())).isEmpty();
    }

    private List<String> waitingFor(Person person) {
        return Desk.read(
                Desk.of(mvc, person).gets("/api/tasks/submission"),
                "$[?(@.kind == 'batches-to-report')].title");
    }

    private ResultActions check(UUID id, long version, String struck) {
        return Desk.of(mvc, town.office())
                .posts(
                        """
                        {"version":%d,"complete":true,"eligible":true,"integrity":true,"opinion":"同意上报。","struck":%s}
                        """
                                .formatted(version, struck),
                        "/api/batches/%s/second-check",
                        id);
    }

    private ResultActions admit(UUID id, int waiting) {
        return Desk.of(mvc, town.office())
                .posts("{\"waiting\":%d}".formatted(waiting), "/api/batches/%s/admit", id);
    }

    private UUID only(Organisation school, Category category) {
        return system(() ->
                jdbc.sql("select id from applications where school_id = ? and category = ?")
                        .params(school.id().value(), category.name())
                        .query(UUID.class)
                        .single());
    }

    private ResultActions report(UUID id, Organisation unit, String reasons, Person by) {
        return Desk.of(mvc, by)
                .posts(
                        """
                        {"id":"%s","programmeId":"%s","unitId":"%s","reasons":%s}
                        """
                                .formatted(id, open.value(), unit.id().value(), reasons),
                        "/api/batches");
    }

    private ResultActions receive(UUID id, long version) {
        return Desk.of(mvc, town.office())
                .posts("{\"version\":%d}".formatted(version), "/api/batches/%s/receive", id);
    }

    private int listed(Person person) {
        return Desk.<Integer>read(
                Desk.of(mvc, person).gets("/api/batches?programme=%s", open.value()), "$.length()");
    }

    /** A school that has one recommended of each category and two classrooms. */
    private void complete(Organisation school, Organisation.Id unit) {
        for (var category : Category.values()) recommended(school, unit, category, 1);
        recommended(school, unit, Category.RED_CLASSROOM, 2);
    }

    private void recommended(
            Organisation school, Organisation.Id unit, Category category, int rank) {
        system(() ->
                jdbc.sql(
                                """
                                insert into applications (id, programme_id, school_id, unit_id, category, state, changed_at,
                                                          content, opinion, signed_by, signed_at, rank)
                                values (gen_random_uuid(), ?, ?, ?, ?, 'RECOMMENDED', now(),
                                        '{"title":"题","origin":"RECOMMENDED","summary":"","deeds":"","effect":"","teachingLink":"","mechanism":"","schoolNotice":{"place":"","objections":false},"photos":[]}',
                                        '同意', gen_random_uuid(), now(), ?)
                                """)
                        .params(
                                open.value(),
                                school.id().value(),
                                unit.value(),
                                category.name(),
                                rank)
                        .update());
    }

    private List<String> numbers(Organisation school) {
        return system(() ->
                jdbc.sql(
                                "select number from applications where school_id = ? and number is not null")
                        .param(school.id().value())
                        .query(String.class)
                        .list());
    }

    private <T> T system(java.util.function.Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }
}

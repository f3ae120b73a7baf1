package cn.sihong.submission.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.retention.Retention;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/** The words of applications, plans, batches and progress end; what was decided stays. */
@SihongTest
class WordsThatEndTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final String WRITTEN = "王小红";
    private static final String ENDED = "（已到期清除）";

    @Autowired Retention retention;
    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Programmes programmes;

    Town town;
    UUID programme;
    int rank;

    @BeforeEach
    void aTownWithAProgramme() {
        town = Town.in(jdbc);
        programme = aProgramme();
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, 2",
        "SUBMITTED, 2",
        "RETURNED, 2",
        "NOT_RECOMMENDED, 2",
        "WITHDRAWN, 2",
        "RECOMMENDED, 10",
        "BATCHED, 10",
        "RECEIVED, 10",
        "CORRECTION, 10",
        "FORMALLY_OK, 10",
        "NOT_ADMITTED, 10",
        "HONOURED, 30",
        "REVOKED, 30"
    })
    void anApplicationLosesItsWordsOnceAndIsReadAsBefore(String state, int years) throws Exception {
        var old = applied(state, TODAY.minusYears(years).minusDays(1));
        var young = applied(state, TODAY.minusYears(years).plusDays(1));

        twice();

        assertThat(row("applications", old)).contains(state, ENDED).doesNotContain(WRITTEN);
        assertThat(row("applications", young)).contains(WRITTEN).doesNotContain(ENDED);
        assertThat(row("readings", old)).contains(ENDED).doesNotContain(WRITTEN);
        assertThat(row("readings", young)).contains(WRITTEN);
        assertThat(version("applications", old)).isEqualTo(2);
        Desk.of(mvc, town.secretary())
                .gets("/api/applications/%s", old)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value(state))
                .andExpect(jsonPath("$.content.title").value(ENDED));
    }

    @Test
    void whatIsKnownFromTheYearBeforeIsNotThatItHasEnded() throws Exception {
        applied("NOT_RECOMMENDED", TODAY.minusYears(3));
        planned("SUBMITTED", TODAY.minusYears(3));
        retention.goRound(TODAY);

        var next = aProgramme();
        var desk = Desk.of(mvc, town.secretary());
        var school = town.school().id().value();
        desk.gets("/api/applications/known?programme=%s&school=%s&category=RED_BASE", next, school)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.key == 'title')]").isEmpty());
        desk.gets("/api/plans/known?programme=%s&school=%s", next, school)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.brandName").value(""));
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT, 2",
        "SUBMITTED, 2",
        "RETURNED, 2",
        "GATE_PASSED, 2",
        "BATCHED, 2",
        "FILED, 10"
    })
    void aPlanLosesItsWordsOnceWithItsEditions(String state, int years) throws Exception {
        var old = planned(state, TODAY.minusYears(years).minusDays(1));
        programme = aProgramme();
        var young = planned(state, TODAY.minusYears(years).plusDays(1));

        twice();

        assertThat(row("plans", old)).contains(state, ENDED).doesNotContain(WRITTEN);
        assertThat(row("plans", young)).contains(WRITTEN);
        assertThat(version("plans", old)).isEqualTo(2);
        assertThat(of("plan_editions", old)).isZero();
        assertThat(of("plan_editions", young)).isOne();
        assertThat(of("plan_sketches", old)).isZero();
        assertThat(of("plan_sketches", young)).isOne();
        var desk = Desk.of(mvc, town.secretary());
        desk.gets("/api/plans/%s", old)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.content.brandName").value(ENDED));
        desk.gets("/api/plans/%s/editions", old).andExpect(status().isOk());
    }

    /** Whatever the service asks for. */
    @Test
    void theDatabaseKeepsAFiledPlanForTenYears() {
        var filed = planned("FILED", TODAY.minusYears(5));
        var young = planned("DRAFT", LocalDate.now().minusMonths(11), aProgramme());

        for (var isFiled : new boolean[] {true, false})
            system(() ->
                    jdbc.sql("select forget_plans(current_date + 1, ?, 500)")
                            .param(isFiled)
                            .query(Long.class)
                            .single());

        assertThat(of("plan_editions", filed)).isOne();
        assertThat(row("plans", young)).contains(WRITTEN);
    }

    @Test
    void progressGoesTenYearsAfterTheYearOfItsProgramme() {
        worked();
        var young = aProgramme();
        year(programme, 2015);
        year(young, 2016);
        var old = programme;
        programme = young;
        worked();

        twice();

        assertThat(ofProgramme("activities", old)).isZero();
        assertThat(ofProgramme("progress_sheets", old)).isZero();
        assertThat(ofProgramme("activities", young)).isOne();
        assertThat(ofProgramme("progress_sheets", young)).isOne();
    }

    @Test
    void aSummaryKeepsItsLinesWithoutTheWords() throws Exception {
        var old = reported(TODAY.minusYears(10).minusDays(1));
        programme = aProgramme();
        var young = reported(TODAY.minusYears(10).plusDays(1));

        twice();

        assertThat(row("batches", old)).contains(ENDED).doesNotContain(WRITTEN);
        assertThat(row("batches", young)).contains(WRITTEN);
        assertThat(version("batches", old)).isEqualTo(2);
        assertThat(lines(old)).contains(ENDED).doesNotContain(WRITTEN);
        assertThat(lines(young)).contains(WRITTEN);
        Desk.of(mvc, town.office())
                .gets("/api/batches/%s/summary", old)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.recommended.length()").value(1))
                .andExpect(jsonPath("$.notRecommended.length()").value(1));
    }

    private void twice() {
        retention.goRound(TODAY);
        retention.goRound(TODAY);
    }

    private UUID aProgramme() {
        return ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id().value();
    }

    private void year(UUID programme, int year) {
        jdbc.sql("update programmes set year = ? where id = ?").params(year, programme).update();
    }

    private UUID applied(String state, LocalDate changedOn) {
        var id = UUID.randomUUID();
        system(() ->
                jdbc.sql(
                                """
                                insert into applications (id, programme_id, school_id, unit_id, category, state, changed_at,
                                    content, opinion, signed_by, signed_at, returns, reason, due_on, rank, batch_id, number,
                                    correct_by, certificate)
                                select :id, :programme, :school, :unit, 'RED_BASE', state, :on,
                                    '{"title": "王小红", "deeds": "王小红讲校史"}',
                                    case when signed then '同意王小红申报' end, case when signed then :id end,
                                    case when signed then cast(:on as timestamptz) end, case when state = 'RETURNED' then 1 else 0 end,
                                    case when reasoned then '王小红一栏不全' end, case when state = 'RETURNED' then :on end,
                                    case when ranked then :rank end, case when batched then :id end,
                                    case when numbered then :id::text end, case when state = 'CORRECTION' then :on end,
                                    case when honoured then :id::text end
                                from (select :state as state,
                                        :state not in ('DRAFT', 'RETURNED', 'WITHDRAWN') as signed,
                                        :state in ('RETURNED', 'NOT_RECOMMENDED', 'CORRECTION', 'NOT_ADMITTED', 'REVOKED') as reasoned,
                                        :state not in ('DRAFT', 'SUBMITTED', 'RETURNED', 'NOT_RECOMMENDED', 'WITHDRAWN') as ranked,
                                        :state not in ('DRAFT', 'SUBMITTED', 'RETURNED', 'NOT_RECOMMENDED', 'WITHDRAWN', 'RECOMMENDED')
                                            as batched,
                                        :state in ('RECEIVED', 'CORRECTION', 'FORMALLY_OK', 'NOT_ADMITTED', 'HONOURED', 'REVOKED')
                                            as numbered,
                                        :state in ('HONOURED', 'REVOKED') as honoured) as has
                                """)
                        .param("id", id)
                        .param("programme", programme)
                        .param("school", town.school().id().value())
                        .param("unit", town.street().id().value())
                        .param("state", state)
                        .param("on", changedOn)
                        .param("rank", ++rank)
                        .update());
        system(() ->
                jdbc.sql(
                                """
                                insert into readings (id, school_id, thing, thing_id, title, subject, role, read_on, last_at)
                                values (:id, :school, 'APPLICATION', :id, '王小红', :id, 'party-office', :on, :on)
                                """)
                        .param("id", id)
                        .param("school", town.school().id().value())
                        .param("on", changedOn)
                        .update());
        return id;
    }

    private UUID planned(String state, LocalDate changedOn) {
        return planned(state, changedOn, programme);
    }

    private UUID planned(String state, LocalDate changedOn, UUID programme) {
        var id = UUID.randomUUID();
        system(() ->
                jdbc.sql(
                                """
                                with plan as (
                                    insert into plans (id, programme_id, school_id, unit_id, state, changed_at, content, reason, comments)
                                    select :id, :programme, :school, :unit, :state, :on,
                                        ended_plan() || '{"brandName": "星火", "secretary": "王小红"}',
                                        case when :state = 'RETURNED' then '请王小红补充' end,
                                        case when :state = 'RETURNED' then '{"TARGETS": "请王小红写明"}'::jsonb end
                                    returning id, programme_id, school_id, unit_id, changed_at, content),
                                edition as (
                                    insert into plan_editions
                                    select id, 1, school_id, unit_id, changed_at, content from plan)
                                insert into plan_sketches select id, programme_id, array_fill(1, array [128]) from plan
                                """)
                        .param("id", id)
                        .param("programme", programme)
                        .param("school", town.school().id().value())
                        .param("unit", town.street().id().value())
                        .param("state", state)
                        .param("on", changedOn)
                        .update());
        return id;
    }

    private void worked() {
        system(() ->
                jdbc.sql(
                                """
                                with activity as (
                                    insert into activities (id, programme_id, school_id, unit_id, content)
                                    values (gen_random_uuid(), :programme, :school, :unit, '{"on": "2015-06-01", "title": "王小红主讲"}'))
                                insert into progress_sheets (programme_id, school_id, unit_id, kind, content)
                                values (:programme, :school, :unit, 'MECHANISM', '{"lines": []}')
                                """)
                        .param("programme", programme)
                        .param("school", town.school().id().value())
                        .param("unit", town.street().id().value())
                        .update());
    }

    /** A batch of two, one of them not recommended and the other struck by the second check. */
    private UUID reported(LocalDate on) {
        var batch = UUID.randomUUID();
        var recommended = applied("BATCHED", on);
        var not = applied("NOT_RECOMMENDED", on);
        system(() ->
                jdbc.sql(
                                """
                                insert into batches (id, programme_id, unit_id, state, recommended, not_recommended, reasons,
                                    submitted_at, submitted_by, checked_at, checked_by, check_opinion, struck)
                                values (:id, :programme, :unit, 'SECOND_CHECKED', 1, 1,
                                    jsonb_build_object(:school::text, '王小红休假'), :on, :id, :on, :id, '王小红一项不予维持',
                                    jsonb_build_object(:recommended::text, '王小红不符'))
                                """)
                        .param("id", batch)
                        .param("programme", programme)
                        .param("unit", town.street().id().value())
                        .param("school", town.school().id().value())
                        .param("recommended", recommended)
                        .param("on", on)
                        .update());
        line(batch, recommended, 1, null);
        line(batch, not, null, "王小红不是党员");
        return batch;
    }

    private void line(
            UUID batch,
            UUID application,
            @org.jspecify.annotations.Nullable Integer rank,
            @org.jspecify.annotations.Nullable String reason) {
        system(() ->
                jdbc.sql(
                                "insert into batch_lines values (?, ?, ?, ?, 'RED_BASE', '王小红', 'BUILT', ?, ?)")
                        .param(batch)
                        .param(application)
                        .param(town.school().id().value())
                        .param(town.street().id().value())
                        .param(rank)
                        .param(reason)
                        .update());
    }

    private String row(String table, UUID id) {
        return text("select t::text from " + table + " t where id = ?", id);
    }

    private String lines(UUID batch) {
        return text("select string_agg(l::text, ' ') from batch_lines l where batch_id = ?", batch);
    }

    private String text(String sql, UUID id) {
        return system(() -> jdbc.sql(sql).param(id).query(String.class).single());
    }

    private long version(String table, UUID id) {
        return count("select version from " + table + " where id = ?", id);
    }

    private long of(String table, UUID plan) {
        return count("select count(*) from " + table + " where plan_id = ?", plan);
    }

    private long ofProgramme(String table, UUID programme) {
        return count("select count(*) from " + table + " where programme_id = ?", programme);
    }

    private long count(String sql, UUID id) {
        return system(() -> jdbc.sql(sql).param(id).query(Long.class).single());
    }

    private <T> T system(Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }
}

package cn.sihong.submission.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.applications.Application.Draft;
import cn.sihong.submission.applications.Application.Entry;
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

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What the bureau and the school can do about formal faults, over HTTP. */
@SihongTest
class FormalCheckTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Programmes programmes;
    @Autowired Applications applications;
    @Autowired Reporting reporting;
    @Autowired Forms forms;
    @Autowired TransactionTemplate transaction;
    @Autowired CalendarDays calendar;
    @Autowired Clock clock;

    Town town;
    Programme.Id closed;
    UUID batch;

    /** The application window closed long ago: a correction has its own clock. */
    @BeforeEach
    void aTownWhoseUnitHasReported() {
        town = Town.in(jdbc);
        closed = ProgrammeSamples.published(programmes, ProgrammeSamples.longClosed()).id();
        batch = UUID.randomUUID();
    }

    @Test
    void aFaultIsNamedPutRightAndAdmitted() throws Exception {
        var id = received();
        askCorrection(id, 5, soon()).andExpect(status().isOk());
        assertThat(tasks("applications-to-correct", town.school().id().value()))
                .containsExactly("1 份申报待补正后重新提交");
        Desk.of(mvc, town.secretary())
                .posts(
                        "{\"version\":6,\"secretaryOpinion\":\"已补正。\",\"undertaking\":true}",
                        "/api/applications/%s/submit",
                        id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("RECEIVED"));
        askCorrection(id, 7, soon()).andExpect(jsonPath("$.code").value("corrected-once"));
        admit(id, 7).andExpect(jsonPath("$.state").value("FORMALLY_OK"));
        admit(id, 8).andExpect(jsonPath("$.code").value("already-done"));
        assertThat(way(id))
                .containsExactly(
                        "application.ask-correction", "application.correct", "application.admit");
    }

    @Test
    void nothingIsDueTooSoonTooLateOrOnAFreeDay() throws Exception {
        var id = received();
        var today = LocalDate.now(clock);
        var days = calendar.workingDays();
        var free = soon();
        while (days.isWorkingDay(free)) free = free.plusDays(1);
        for (var unfair : List.of(today, days.nthAfter(today, 2), free, days.nthAfter(today, 16)))
            askCorrection(id, 5, unfair)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("dueOn"));
        askCorrection(id, 5, days.nthAfter(today, 15)).andExpect(status().isOk());
    }

    @Test
    void whatIsLateIsOutAndTheSchoolHearsWhy() throws Exception {
        var id = received();
        askCorrection(id, 5, soon()).andExpect(status().isOk());
        refuse(id, 6).andExpect(jsonPath("$.code").value("not-possible-now"));
        system(() ->
                jdbc.sql("update applications set correct_by = date '2020-01-02' where id = ?")
                        .param(id)
                        .update());
        Desk.of(mvc, town.secretary())
                .posts(
                        "{\"version\":6,\"secretaryOpinion\":\"已补正。\",\"undertaking\":true}",
                        "/api/applications/%s/submit",
                        id)
                .andExpect(jsonPath("$.code").value("correction-overdue"));
        refuse(id, 6).andExpect(jsonPath("$.state").value("NOT_ADMITTED"));
        Desk.of(mvc, town.secretary())
                .gets("/api/applications/%s", id)
                .andExpect(jsonPath("$.reason").value("逾期未补正"));
        admit(id, 7).andExpect(jsonPath("$.code").value("not-possible-now"));
    }

    @Test
    void anotherSchoolCorrectsNothing() throws Exception {
        var id = received();
        askCorrection(id, 5, soon());
        Desk.of(mvc, town.strangerSecretary())
                .posts(
                        "{\"version\":6,\"secretaryOpinion\":\"已补正。\",\"undertaking\":true}",
                        "/api/applications/%s/submit",
                        id)
                .andExpect(status().isNotFound());
    }

    private LocalDate soon() {
        return calendar.workingDays().nthAfter(LocalDate.now(clock), 5);
    }

    /** Written, recommended, reported and received: version 5. */
    private UUID received() {
        var id = new Application.Id(UUID.randomUUID());
        var entry =
                new Entry(
                        id,
                        closed,
                        town.school().id(),
                        town.street().id(),
                        Category.RED_BASE,
                        1,
                        0);
        var content =
                Filled.in(
                        forms.get(Category.RED_BASE, 1), "星火展厅", LocalDate.now(clock).minusDays(2));
        system(() -> {
            var draft = applications.save(new Draft(entry, content), clock.instant());
            var submitted =
                    applications.save(
                            ((Draft) draft).submit(content, Samples.aSignature()), clock.instant());
            var recommended =
                    applications.save(
                            ((Application.Submitted) submitted).recommend(1), clock.instant());
            return applications.save(
                    ((Application.Recommended) recommended).batch(batch), clock.instant());
        });
        system(() -> reporting.receive(batch, Role.PARTY_OFFICE));
        return id.value();
    }

    private ResultActions askCorrection(UUID id, long version, LocalDate until) {
        return Desk.of(mvc, town.office())
                .posts(
                        "{\"version\":%d,\"reason\":\"缺公示地点\",\"dueOn\":\"%s\"}"
                                .formatted(version, until),
                        "/api/applications/%s/formal-check/correction",
                        id);
    }

    private ResultActions admit(UUID id, long version) {
        return Desk.of(mvc, town.office())
                .posts(
                        "{\"version\":%d}".formatted(version),
                        "/api/applications/%s/formal-check/admit",
                        id);
    }

    private ResultActions refuse(UUID id, long version) {
        return Desk.of(mvc, town.office())
                .posts(
                        "{\"version\":%d,\"reason\":\"逾期未补正\"}".formatted(version),
                        "/api/applications/%s/formal-check/refuse",
                        id);
    }

    private List<String> tasks(String kind, UUID subject) {
        return Desk.read(
                Desk.of(mvc, town.secretary()).gets("/api/tasks/submission"),
                "$[?(@.kind == '%s' && @.subjectId == '%s')].title".formatted(kind, subject));
    }

    private List<String> way(UUID id) {
        return Desk.read(
                Desk.of(mvc, town.secretary()).gets("/api/applications/%s/way", id), "$[*].action");
    }

    private <T> T system(Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }
}

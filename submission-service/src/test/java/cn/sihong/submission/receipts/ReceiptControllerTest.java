package cn.sihong.submission.receipts;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SihongTest
class ReceiptControllerTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Programmes programmes;

    @Test
    void aSchoolConfirmsOnceAndIsSeenByItselfItsUnitAndTheBureauOnly() throws Exception {
        var town = Town.in(jdbc);
        var programme = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen());
        var id = programme.id().value();
        var secretary = Desk.of(mvc, town.secretary());
        secretary
                .gets("/api/tasks/submission")
                .andExpect(jsonPath(tasksOf(id), hasItem(town.school().id().value().toString())));
        for (int i = 0; i < 2; i++)
            secretary
                    .posts(read(town.school()), "/api/programmes/%s/receipts", id)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.length()").value(1))
                    .andExpect(jsonPath("$[0].edition").value(1));
        secretary
                .gets("/api/tasks/submission")
                .andExpect(
                        jsonPath(tasksOf(id), not(hasItem(town.school().id().value().toString()))));

        for (var reader :
                new Desk[] {Desk.of(mvc, town.streetReviewer()), Desk.of(mvc, town.office())})
            reader.gets("/api/programmes/%s/receipts", id)
                    .andExpect(jsonPath("$.length()").value(1));
        for (var other :
                new Desk[] {
                    Desk.of(mvc, town.neighbourSecretary()), Desk.of(mvc, town.otherReviewer())
                })
            other.gets("/api/programmes/%s/receipts", id)
                    .andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void nobodyConfirmsForAnotherSchool() throws Exception {
        var town = Town.in(jdbc);
        var programme = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen());
        Desk.of(mvc, town.secretary())
                .posts(
                        read(town.neighbour()),
                        "/api/programmes/%s/receipts",
                        programme.id().value())
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("not-your-unit"));
    }

    private static String tasksOf(java.util.UUID programme) {
        return "$[?(@.kind == 'programme-to-read' && @.programmeId == '%s')].subjectId"
                .formatted(programme);
    }

    private static String read(Organisation school) {
        return "{\"schoolId\":\"%s\"}".formatted(school.id().value());
    }
}

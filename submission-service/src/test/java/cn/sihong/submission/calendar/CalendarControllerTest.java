package cn.sihong.submission.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import java.time.LocalDate;

@SihongTest
class CalendarControllerTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired CalendarDays days;

    @Test
    void anOfficerDeclaresADayAndCorrectsIt() throws Exception {
        var office = Desk.of(mvc, Person.with(Role.PARTY_OFFICE));
        var path = "/api/calendar/days/2030-05-06";
        office.puts("{\"workday\":false,\"name\":\"劳动节\"}", path)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));
        office.puts("{\"workday\":false,\"name\":\"劳动节\"}", path)
                .andExpect(jsonPath("$.version").value(1));
        office.puts("{\"workday\":true,\"name\":\"照常上班\"}", path)
                .andExpect(jsonPath("$.version").value(2));

        office.gets("/api/calendar?from=2030-05-01&to=2030-05-31")
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].name").value("照常上班"));
        assertThat(days.workingDays().isWorkingDay(LocalDate.of(2030, 5, 6))).isTrue();
        assertThat(audited("2030-05-06")).isEqualTo(2);
    }

    @Test
    void aDayWithoutAReasonIsRefused() throws Exception {
        Desk.of(mvc, Person.with(Role.PARTY_OFFICE))
                .puts("{\"name\":\"\"}", "/api/calendar/days/2030-05-07")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(2));
        assertThat(days.find(LocalDate.of(2030, 5, 7))).isEmpty();
    }

    @Test
    void aDayBeforeAnyProgrammeIsATypingMistake() throws Exception {
        Desk.of(mvc, Person.with(Role.PARTY_OFFICE))
                .puts("{\"workday\":false,\"name\":\"元旦\"}", "/api/calendar/days/1900-01-01")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("date"));
        assertThat(days.find(LocalDate.of(1900, 1, 1))).isEmpty();
    }

    private long audited(String day) {
        return jdbc.sql("select count(*) from audit where about_id = ?")
                .param(day)
                .query(Long.class)
                .single();
    }
}

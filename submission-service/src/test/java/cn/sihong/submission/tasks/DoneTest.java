package cn.sihong.submission.tasks;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import java.util.UUID;

@SihongTest
class DoneTest {

    private static final String DONE = "/api/tasks/submission/done";

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Programmes programmes;

    @Test
    void eachFindsWhatTheyDidUnderItsNameOfTodayAndNoOthersDeeds() throws Exception {
        var town = Town.in(jdbc);
        var writer = Desk.of(mvc, town.infoOfficer());
        var id = draftOf(town, "旧名");
        writer.puts("{\"version\":1,\"content\":{\"title\":\"红色讲堂\"}}", "/api/applications/%s", id);

        writer.gets(DONE)
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].action").value("application.revise"))
                .andExpect(jsonPath("$[0].name").value("红色讲堂"))
                .andExpect(jsonPath("$[1].action").value("application.draft"))
                .andExpect(jsonPath("$[1].name").value("红色讲堂"));
        Desk.of(mvc, town.secretary()).gets(DONE).andExpect(jsonPath("$").isEmpty());
    }

    @Test
    void whoLeftTheirPostKeepsTheDeedAndSeesTheNameNoMore() throws Exception {
        var town = Town.in(jdbc);
        draftOf(town, "红色讲堂");
        jdbc.sql("delete from seats where username = ?")
                .param(town.infoOfficer().username())
                .update();

        Desk.of(mvc, town.infoOfficer())
                .gets(DONE)
                .andExpect(jsonPath("$[0].action").value("application.draft"))
                .andExpect(jsonPath("$[0].name").doesNotExist());
    }

    private UUID draftOf(Town town, String title) throws Exception {
        var programme = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
        var id = UUID.randomUUID();
        Desk.of(mvc, town.infoOfficer())
                .posts(
                        """
                        {"id":"%s","programmeId":"%s","schoolId":"%s","category":"RED_CLASSROOM","content":{"title":"%s"}}
                        """
                                .formatted(
                                        id, programme.value(), town.school().id().value(), title),
                        "/api/applications");
        return id;
    }
}

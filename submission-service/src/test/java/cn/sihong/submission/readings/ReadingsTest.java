package cn.sihong.submission.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;
import cn.sihong.submission.organisations.Town;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;

import javax.imageio.ImageIO;

/** Who read what of a school, as the school sees it. */
@SihongTest
class ReadingsTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final UUID photo = UUID.randomUUID();
    private Town town;

    @BeforeEach
    void aSchoolWithAPhoto() throws Exception {
        town = Town.in(jdbc);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        Desk.of(mvc, town.infoOfficer())
                .perform(
                        post("/api/attachments")
                                .param("id", photo.toString())
                                .param("school", town.school().id().value().toString())
                                .param("name", "展厅.jpg")
                                .content(bytes.toByteArray()))
                .andExpect(status().isOk());
    }

    @Test
    void aSchoolSeesWhoOpenedItsFilesByRoleAndUnitAndNotByName() throws Exception {
        opens(town.secretary());
        opens(town.streetReviewer());
        opens(town.office());
        var seen = readings(town.secretary());
        assertThat(Desk.<List<String>>read(seen, "$.items[*].role"))
                .containsExactly("party-office", "street-reviewer");
        assertThat(Desk.<List<String>>read(seen, "$.items[*].organisation"))
                .containsExactly(town.street().name());
        assertThat(Desk.<List<String>>read(seen, "$.items[*].title"))
                .containsExactly("展厅.jpg", "展厅.jpg");
        assertThat(seen.andReturn().getResponse().getContentAsString())
                .doesNotContain(town.office().subject().toString(), town.office().name());
    }

    @Test
    void whatIsOpenedAgainWithinMinutesCountsOnceAndLaterAgain() throws Exception {
        opens(town.office());
        opens(town.office());
        readings(town.infoOfficer()).andExpect(jsonPath("$.items[0].times").value(1));
        Reach.everything()
                .during(() ->
                        transaction.execute(_ ->
                                jdbc.sql(
                                                "update readings set last_at = last_at - interval '11 minutes' where thing_id = ?")
                                        .param(photo)
                                        .update()));
        opens(town.office());
        readings(town.infoOfficer())
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].times").value(2));
    }

    @Test
    void nobodyElseReadsTheListAndWhoWasRefusedIsNotOnIt() throws Exception {
        Desk.of(mvc, town.strangerSecretary())
                .gets("/api/attachments/" + photo)
                .andExpect(status().isNotFound());
        readings(town.secretary()).andExpect(jsonPath("$.items.length()").value(0));
        readings(town.neighbourSecretary()).andExpect(status().isForbidden());
    }

    private void opens(Person person) throws Exception {
        Desk.of(mvc, person).gets("/api/attachments/" + photo).andExpect(status().isOk());
    }

    private ResultActions readings(Person person) {
        return Desk.of(mvc, person).gets("/api/readings?school=" + town.school().id().value());
    }
}

package cn.sihong.submission.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Schools are renamed, moved and merged, files pass from hand to hand, and nothing is lost. */
@SihongTest
class ChangesTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Organisations organisations;
    @Autowired Seats seats;

    private Town town;
    private Desk office;

    @BeforeEach
    void aTown() {
        town = Town.in(jdbc);
        office = Desk.of(mvc, town.office());
    }

    @Test
    void aRenamedSchoolKeepsItsIdAndItsOldNameInItsHistory() throws Exception {
        var school = town.school();
        office.posts(
                        "{\"version\":1,\"name\":\"红星小学\",\"reason\":\"区编办批复\"}",
                        "/api/organisations/%s/rename",
                        school.id().value())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("红星小学"))
                .andExpect(jsonPath("$.version").value(2));
        office.posts(
                        "{\"version\":1,\"name\":\"又一个\",\"reason\":\"x\"}",
                        "/api/organisations/%s/rename",
                        school.id().value())
                .andExpect(jsonPath("$.code").value("stale-version"));
        office.gets("/api/organisations/%s/history", school.id().value())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].before").value(school.name()))
                .andExpect(jsonPath("$[0].reason").value("区编办批复"));
    }

    @Test
    void aMovedSchoolHasItsNewUnitAsItsGate() throws Exception {
        office.posts(
                        move(town.otherStreet()),
                        "/api/organisations/%s/move",
                        town.school().id().value())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.unitId").value(town.otherStreet().id().value().toString()));
        assertThat(organisations.schoolsOf(town.street().id())).containsExactly(town.neighbour());
        office.posts(
                        move(town.school()),
                        "/api/organisations/%s/move",
                        town.neighbour().id().value())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("unitId"));
        office.posts(
                        move(town.otherStreet()),
                        "/api/organisations/%s/move",
                        town.directUnit().id().value())
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void theSuccessorsPeopleActForTheMergedSchoolAndItsOwnNoLonger() throws Exception {
        var merged = town.school().id();
        var successor = town.neighbourSecretary().actor();
        assertThatThrownBy(() -> seats.mustHold(successor, merged, Role.SCHOOL_SECRETARY))
                .isInstanceOf(NotYourUnit.class);
        office.posts(merge(1, town.neighbour()), "/api/organisations/%s/merge", merged.value())
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$.successorId").value(town.neighbour().id().value().toString()));

        assertThatNoException()
                .isThrownBy(() -> seats.mustHold(successor, merged, Role.SCHOOL_SECRETARY));
        assertThat(seats.organisationsOf(successor)).contains(merged.value());
        assertThat(seats.organisationsOf(town.secretary().actor())).isEmpty();
        assertThat(seats.subjectsAt(merged, Role.SCHOOL_SECRETARY))
                .containsExactly(successor.subject());
        assertThat(organisations.get(merged).name()).isEqualTo(town.school().name());
        assertThat(organisations.schoolsOf(town.street().id()))
                .containsExactly(organisations.get(town.neighbour().id()));
        office.gets("/api/organisations/%s/history", town.neighbour().id().value())
                .andExpect(jsonPath("$[0].kind").value("MERGED"));
        office.posts(
                        "{\"version\":9,\"name\":\"新名\",\"reason\":\"x\"}",
                        "/api/organisations/%s/rename",
                        merged.value())
                .andExpect(jsonPath("$.code").value("organisation-change-not-possible"));
    }

    @Test
    void whoWasMergedTwiceIsFoundAtTheLastSuccessor() throws Exception {
        office.posts(
                        merge(1, town.neighbour()),
                        "/api/organisations/%s/merge",
                        town.school().id().value())
                .andExpect(status().isOk());
        var version = organisations.get(town.neighbour().id()).version();
        office.posts(
                        merge(version, town.stranger()),
                        "/api/organisations/%s/merge",
                        town.neighbour().id().value())
                .andExpect(status().isOk());
        assertThat(organisations.get(town.school().id()).successorId())
                .isEqualTo(town.stranger().id());
        assertThat(seats.organisationsOf(town.strangerSecretary().actor()))
                .contains(town.school().id().value(), town.neighbour().id().value());
    }

    @Test
    void aMergerThatMakesNoSenseIsRefused() throws Exception {
        for (var into : new Organisation[] {town.school(), town.street()})
            office.posts(merge(1, into), "/api/organisations/%s/merge", town.school().id().value())
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(jsonPath("$.errors[0].field").value("into"));
        assertThat(organisations.get(town.school().id())).isEqualTo(town.school());
    }

    @Test
    void theSecretaryHandsTheFilesToTheNextInfoOfficer() throws Exception {
        var school = town.school().id();
        var secretary = Desk.of(mvc, town.secretary());
        var next = "io-" + java.util.UUID.randomUUID().toString().substring(0, 8);
        secretary
                .posts(handOver(next), "/api/organisations/%s/info-officer", school.value())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].username", hasItem(next)))
                .andExpect(jsonPath("$[*].username", not(hasItem(town.infoOfficer().username()))));
        assertThat(seats.organisationsOf(town.infoOfficer().actor())).isEmpty();
        secretary
                .posts(handOver(next), "/api/organisations/%s/info-officer", school.value())
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("already-done"));
        secretary
                .posts(handOver("大写"), "/api/organisations/%s/info-officer", school.value())
                .andExpect(status().isUnprocessableContent());
        Desk.of(mvc, town.neighbourSecretary())
                .posts(
                        handOver("other-" + next),
                        "/api/organisations/%s/info-officer",
                        school.value())
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("not-your-unit"));
        assertThat(
                        jdbc.sql("select count(*) from hand_overs where organisation_id = ?")
                                .param(school.value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void whoSitsAtASchoolIsSeenByTheSchoolItsUnitAndTheBureau() throws Exception {
        var id = town.school().id().value();
        for (var reader :
                new Desk[] {
                    Desk.of(mvc, town.infoOfficer()), Desk.of(mvc, town.streetReviewer()), office
                })
            reader.gets("/api/organisations/%s/people", id)
                    .andExpect(jsonPath("$.length()").value(3));
        for (var other :
                new Desk[] {
                    Desk.of(mvc, town.neighbourSecretary()), Desk.of(mvc, town.otherReviewer())
                }) other.gets("/api/organisations/%s/people", id).andExpect(status().isForbidden());
    }

    @Test
    void aSchoolIsStaffedWithASecretaryAndAnInfoOfficer() {
        assertThat(seats.isStaffed(town.school().id())).isTrue();
        assertThat(seats.isStaffed(town.neighbour().id())).isFalse();
    }

    private static String move(Organisation unit) {
        return "{\"version\":1,\"unitId\":\"%s\",\"reason\":\"区划调整\"}".formatted(unit.id().value());
    }

    private static String merge(long version, Organisation into) {
        return "{\"version\":%d,\"into\":\"%s\",\"reason\":\"布局调整\"}"
                .formatted(version, into.id().value());
    }

    private static String handOver(String username) {
        return "{\"username\":\"%s\",\"name\":\"王五\",\"note\":\"材料已当面清点\"}".formatted(username);
    }
}

package cn.sihong.submission.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Each person gets a password of their own to begin with, on a slip and nowhere else. */
@SihongTest
class FirstPasswordsTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;

    private Town town;
    private Desk office;

    @BeforeEach
    void aTown() {
        town = Town.in(jdbc);
        office = Desk.of(mvc, town.office());
    }

    @AfterEach
    void keycloakIsBack() {
        KeycloakForTests.AWAY.set(false);
    }

    @Test
    void eachPersonOfASchoolGetsOneThatNobodyElseHas() throws Exception {
        var given = give(town.school()).andExpect(status().isOk());
        given.andExpect(
                header().string("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate"));
        assertThat(Desk.<List<String>>read(given, "$[*].username"))
                .contains(town.secretary().username(), town.infoOfficer().username())
                .doesNotContain(town.neighbourSecretary().username())
                .doesNotHaveDuplicates();
        var passwords = Desk.<List<String>>read(given, "$[*].password");
        assertThat(new HashSet<>(passwords)).hasSameSizeAs(passwords);
        assertThat(passwords).allMatch(one -> one.matches("([2-9a-z]{4}-){2}[2-9a-z]{4}"));
        assertThat(passwords).contains(firstPasswordOf(town.secretary()));
    }

    @Test
    void aUnitsPeopleAndThoseOfItsSchoolsGetTheirsAtOnce() throws Exception {
        var given = give(town.street()).andExpect(status().isOk());
        assertThat(Desk.<List<String>>read(given, "$[*].username"))
                .contains(town.secretary().username(), town.neighbourSecretary().username())
                .doesNotContain(town.strangerSecretary().username());
    }

    @Test
    void askedForAgainTheOneBeforeIsVoid() throws Exception {
        give(town.school()).andExpect(status().isOk());
        var before = firstPasswordOf(town.secretary());
        give(town.school()).andExpect(status().isOk());
        assertThat(firstPasswordOf(town.secretary())).isNotEqualTo(before);
    }

    @Test
    void whoChoseAPasswordKeepsIt() throws Exception {
        KeycloakForTests.CHOSE_A_PASSWORD.add(town.secretary().subject());
        var given = give(town.school()).andExpect(status().isOk());
        assertThat(Desk.<List<String>>read(given, "$[*].username"))
                .contains(town.infoOfficer().username())
                .doesNotContain(town.secretary().username());
        assertThat(firstPasswordOf(town.secretary())).isNull();
    }

    @Test
    void whoWasGivenOneIsOnRecordAndThePasswordIsNot() throws Exception {
        give(town.school()).andExpect(status().isOk());
        assertThat(
                        jdbc.sql(
                                        "select count(*) from audit where action = 'account.first-password' and about_id = ?")
                                .param(town.secretary().subject().toString())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        assertThat(
                        jdbc.sql(
                                        "select count(*) from audit where audit::text like '%' || ? || '%'")
                                .param(firstPasswordOf(town.secretary()))
                                .query(Integer.class)
                                .single())
                .isZero();
        assertThat(new FirstPasswords.Slip("校", "名", "u", "secret").toString())
                .doesNotContain("secret");
    }

    @Test
    void withoutKeycloakNothingIsHandedOut() throws Exception {
        KeycloakForTests.AWAY.set(true);
        give(town.school())
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.code").value("unavailable"));
        KeycloakForTests.AWAY.set(false);
        give(town.school()).andExpect(status().isOk());
    }

    @Test
    void moreThanSomebodyMayWaitForAreRefused() throws Exception {
        for (int n = 0; n <= FirstPasswords.MOST; n++) {
            var username = "many-" + UUID.randomUUID();
            jdbc.sql(
                            "insert into people (username, name, subject, account) values (?, '某', ?, 'READY')")
                    .params(username, UUID.randomUUID())
                    .update();
            jdbc.sql(
                            "insert into seats (username, organisation_id, role) values (?, ?, 'info-officer')")
                    .params(username, town.school().id().value())
                    .update();
        }
        give(town.school())
                .andExpect(status().isUnprocessableContent())
                .andExpect(
                        jsonPath("$.errors[0].message")
                                .value(org.hamcrest.Matchers.containsString("按学校分别办理")));
    }

    private ResultActions give(Organisation at) throws Exception {
        return office.posts("{}", "/api/organisations/%s/first-passwords", at.id().value());
    }

    private static String firstPasswordOf(Person person) {
        return KeycloakForTests.FIRST_PASSWORDS.get(person.subject());
    }
}

package cn.sihong.submission.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import java.util.List;

/** Whoever plans a visit chooses by name from those who are in the post today. */
@SihongTest
class OfficersTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;

    private Desk office;

    @BeforeEach
    void anOffice() {
        office = Desk.of(mvc, Town.in(jdbc).office());
    }

    @AfterEach
    void keycloakIsBack() {
        KeycloakForTests.AWAY.set(false);
    }

    @Test
    void thoseWhoMaySignInAreThereByName() throws Exception {
        var named =
                office.gets("/api/organisations/people?role=inspector").andExpect(status().isOk());
        assertThat(Desk.<List<String>>read(named, "$[*].name")).containsExactly("赵严", "钱进");
        assertThat(Desk.<List<String>>read(named, "$[*].subject"))
                .first()
                .isEqualTo(KeycloakForTests.INSPECTOR.toString());
    }

    @Test
    void whoSitsAtASchoolIsNotListedByRole() throws Exception {
        office.gets("/api/organisations/people?role=school-secretary")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$").isEmpty());
    }

    @Test
    void withoutKeycloakItSaysSo() throws Exception {
        KeycloakForTests.AWAY.set(true);
        office.gets("/api/organisations/people?role=inspector")
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.detail").value("统一登录暂时无法访问，人员名单没有读到，请稍后重试。"));
    }
}

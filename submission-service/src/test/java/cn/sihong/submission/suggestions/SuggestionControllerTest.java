package cn.sihong.submission.suggestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** From any page to the bureau, and back with an answer. */
@SihongTest
class SuggestionControllerTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;

    private final Person author = Person.with(Role.PEER_REVIEWER);
    private final UUID id = UUID.randomUUID();

    @Test
    void aSuggestionReachesTheBureauAndItsAnswerTheAuthor() throws Exception {
        var peer = Desk.of(mvc, author);
        var office = Desk.of(mvc, Person.with(Role.PARTY_OFFICE));
        peer.posts(said("评分页面请加大字号", false), "/api/suggestions")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("OPEN"))
                .andExpect(jsonPath("$.name").value(author.name()));
        office.gets("/api/suggestions?open=true&limit=200")
                .andExpect(jsonPath("$.items[*].id", hasItem(id.toString())));
        office.gets("/api/tasks/submission")
                .andExpect(jsonPath("$[*].kind", hasItem("suggestions-to-answer")));

        office.posts(answer(1, "已在下一版安排"), "/api/suggestions/%s/answer", id)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        office.posts(answer(1, "再答一次"), "/api/suggestions/%s/answer", id)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("already-done"));
        peer.gets("/api/suggestions/mine")
                .andExpect(jsonPath("$.items[0].answer").value("已在下一版安排"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        peer.gets("/api/notifications")
                                .andExpect(
                                        jsonPath(
                                                "$.items[*].template",
                                                hasItem("suggestion.answered"))));
    }

    @Test
    void whoWouldRatherNotBeNamedIsNotAndHearsTheAnswerAllTheSame() throws Exception {
        Desk.of(mvc, author).posts(said("材料太多", true), "/api/suggestions");
        List<String> shown =
                Desk.read(
                        Desk.of(mvc, Person.with(Role.PARTY_GROUP_MEMBER))
                                .gets("/api/suggestions?limit=200"),
                        "$.items[?(@.id == '%s')].name".formatted(id));
        assertThat(shown).isEmpty();
        Desk.of(mvc, author)
                .gets("/api/suggestions/mine")
                .andExpect(jsonPath("$.items[*].id", hasItem(id.toString())));
    }

    @Test
    void anotherPersonsSuggestionIsNobodyElses() throws Exception {
        Desk.of(mvc, author).posts(said("一", false), "/api/suggestions");
        var stranger = Desk.of(mvc, Person.with(Role.INFO_OFFICER));
        stranger.posts(said("二", false), "/api/suggestions").andExpect(status().isNotFound());
        stranger.gets("/api/suggestions/mine")
                .andExpect(jsonPath("$.items[*].id", not(hasItem(id.toString()))));
        stranger.gets("/api/suggestions").andExpect(status().isForbidden());
    }

    @Test
    void badInputIsNamedAndTheTwentyFirstOfADayIsRefused() throws Exception {
        var peer = Desk.of(mvc, author);
        peer.posts(said("", false), "/api/suggestions")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("text"));
        peer.posts(said("𬱟".repeat(1001), false), "/api/suggestions")
                .andExpect(status().isUnprocessableContent());
        peer.posts(said("𬱟".repeat(1000), false), "/api/suggestions").andExpect(status().isOk());
        peer.posts(said("重复", false), "/api/suggestions").andExpect(status().isOk());
        for (int i = 1; i < 20; i++)
            peer.posts(
                            said("第%d条".formatted(i), false)
                                    .replace(id.toString(), UUID.randomUUID().toString()),
                            "/api/suggestions")
                    .andExpect(status().isOk());
        peer.posts(
                        said("多了", false).replace(id.toString(), UUID.randomUUID().toString()),
                        "/api/suggestions")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("too-many-suggestions"));
        assertThat(
                        jdbc.sql("select count(*) from suggestions where author = ?")
                                .param(author.subject())
                                .query(Integer.class)
                                .single())
                .isEqualTo(20);
    }

    private String said(String text, boolean anonymous) {
        return "{\"id\":\"%s\",\"page\":\"/app/score-sheets\",\"text\":\"%s\",\"anonymous\":%s}"
                .formatted(id, text, anonymous);
    }

    private static String answer(long version, String text) {
        return "{\"version\":%d,\"text\":\"%s\"}".formatted(version, text);
    }
}

package cn.sihong.submission.sketches;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.Desk;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/**
 * What somebody has begun to design is there again, for them alone, until they publish or drop it.
 */
@SihongTest
class SketchControllerTest {

    private static final String PAGE = "/forms/RED_CLASSROOM/2";

    @Autowired MockMvc mvc;

    private final Person designer = Person.with(Role.PARTY_OFFICE);

    @Test
    void aSketchIsKeptAsItGrowsAndDropped() throws Exception {
        var desk = Desk.of(mvc, designer);
        desk.gets("/api/sketches?page=" + PAGE)
                .andExpect(jsonPath("$.version").value(0))
                .andExpect(jsonPath("$.content").doesNotExist());
        keep(desk, "起头", 0).andExpect(jsonPath("$.version").value(1));
        keep(desk, "改过", 1).andExpect(jsonPath("$.version").value(2));

        desk.gets("/api/sketches?page=" + PAGE).andExpect(jsonPath("$.content").value("改过"));
        desk.gets("/api/sketches?page=/forms/RED_CLASSROOM/3")
                .andExpect(jsonPath("$.version").value(0));

        for (int i = 0; i < 2; i++)
            desk.posts("{\"page\":\"%s\"}".formatted(PAGE), "/api/sketches/remove")
                    .andExpect(status().isOk());
        desk.gets("/api/sketches?page=" + PAGE).andExpect(jsonPath("$.version").value(0));
    }

    @Test
    void theSameSentTwiceIsKeptOnce() throws Exception {
        var desk = Desk.of(mvc, designer);
        for (int i = 0; i < 2; i++)
            keep(desk, "起头", 0)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.version").value(1));
        for (int i = 0; i < 2; i++)
            keep(desk, "改过", 1)
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.version").value(2));
    }

    @Test
    void aSecondWindowDoesNotOverwriteTheFirst() throws Exception {
        var desk = Desk.of(mvc, designer);
        keep(desk, "起头", 0).andExpect(status().isOk());
        keep(desk, "第一个窗口", 1).andExpect(status().isOk());

        keep(desk, "第二个窗口", 1)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("stale-version"));
        keep(desk, "第三个窗口", 0).andExpect(status().isConflict());
        desk.gets("/api/sketches?page=" + PAGE).andExpect(jsonPath("$.content").value("第一个窗口"));
    }

    @Test
    void nobodySeesOrDropsAnothers() throws Exception {
        var mine = Desk.of(mvc, designer);
        var stranger = Desk.of(mvc, Person.with(Role.PARTY_OFFICE));
        keep(mine, "我的", 0).andExpect(status().isOk());

        stranger.gets("/api/sketches?page=" + PAGE).andExpect(jsonPath("$.version").value(0));
        stranger.posts("{\"page\":\"%s\"}".formatted(PAGE), "/api/sketches/remove")
                .andExpect(status().isOk());
        keep(stranger, "别人的", 0).andExpect(status().isOk());

        mine.gets("/api/sketches?page=" + PAGE).andExpect(jsonPath("$.content").value("我的"));
    }

    @ParameterizedTest
    @CsvSource({
        "page,    /../admin,              起头",
        "page,    /forms/RED_CLASSROOM,   起头",
        "content, /forms/RED_CLASSROOM/2, 'a\\u0000b'",
    })
    void whatIsNoSketchIsRefusedBesideItsField(String field, String page, String content)
            throws Exception {
        Desk.of(mvc, designer)
                .puts(body(page, content, 0), "/api/sketches")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void aDesignHasItsLength() throws Exception {
        var desk = Desk.of(mvc, designer);
        keep(desk, "a".repeat(200_000), 0).andExpect(status().isOk());
        keep(desk, "a".repeat(200_001), 1).andExpect(status().isUnprocessableContent());
    }

    private static ResultActions keep(Desk desk, String content, long seen) throws Exception {
        return desk.puts(body(PAGE, content, seen), "/api/sketches");
    }

    private static String body(String page, String content, long seen) {
        return "{\"page\":\"%s\",\"content\":\"%s\",\"version\":%d}".formatted(page, content, seen);
    }
}

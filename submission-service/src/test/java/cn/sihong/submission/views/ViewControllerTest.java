package cn.sihong.submission.views;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
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

import java.util.UUID;

/** What somebody keeps of a page is there again, for them alone. */
@SihongTest
class ViewControllerTest {

    @Autowired MockMvc mvc;

    private final Person clerk = Person.with(Role.PARTY_OFFICE);
    private final UUID id = UUID.randomUUID();

    @Test
    void aViewIsKeptRenamedReplacedAndTakenAwayAndMayComeBack() throws Exception {
        var desk = Desk.of(mvc, clerk);
        for (var said :
                new String[] {
                    view("/findings", " 待整改 ", "finding=OPEN"),
                    view("/findings", "待整改", "finding=OPEN"),
                    view("/findings", "扣分的问题", "finding=OPEN"),
                    view("/findings", "扣分的问题", "finding=REOPENED&hide=area%2Cdue"),
                }) desk.puts(said, "/api/views/%s", id).andExpect(status().isOk());

        desk.gets("/api/views?page=/findings")
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].id").value(id.toString()))
                .andExpect(jsonPath("$[0].page").value("/findings"))
                .andExpect(jsonPath("$[0].name").value("扣分的问题"))
                .andExpect(jsonPath("$[0].query").value("finding=REOPENED&hide=area%2Cdue"));
        desk.gets("/api/views?page=/applications").andExpect(jsonPath("$", empty()));

        for (int i = 0; i < 2; i++)
            desk.posts("", "/api/views/%s/remove", id).andExpect(status().isOk());
        desk.gets("/api/views?page=/findings").andExpect(jsonPath("$", empty()));
        desk.puts(view("/findings", "扣分的问题", ""), "/api/views/%s", id).andExpect(status().isOk());
        desk.gets("/api/views?page=/findings").andExpect(jsonPath("$[*].query", contains("")));
    }

    @Test
    void nobodyReadsChangesOrRemovesAnothersView() throws Exception {
        var mine = Desk.of(mvc, clerk);
        var stranger = Desk.of(mvc, Person.with(Role.PARTY_OFFICE));
        mine.puts(view("/findings", "待整改", "finding=OPEN"), "/api/views/%s", id)
                .andExpect(status().isOk());

        stranger.gets("/api/views?page=/findings").andExpect(jsonPath("$", empty()));
        stranger.puts(view("/findings", "我的", ""), "/api/views/%s", id)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("no-such-view"));
        stranger.posts("", "/api/views/%s/remove", id).andExpect(status().isOk());

        mine.gets("/api/views?page=/findings")
                .andExpect(jsonPath("$[*].name", contains("待整改")))
                .andExpect(jsonPath("$[*].query", contains("finding=OPEN")));
    }

    @Test
    void aNameIsTakenOnceAPage() throws Exception {
        var desk = Desk.of(mvc, clerk);
        desk.puts(view("/findings", "待整改", ""), "/api/views/%s", id).andExpect(status().isOk());

        desk.puts(view("/findings", "待整改", ""), "/api/views/%s", UUID.randomUUID())
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors[0].field").value("name"))
                .andExpect(jsonPath("$.errors[0].message").value("这一页已有同名的视图，请换一个名称。"));
        desk.puts(view("/ledger", "待整改", ""), "/api/views/%s", UUID.randomUUID())
                .andExpect(status().isOk());
    }

    @Test
    void theFiftyFirstIsRefused() throws Exception {
        var desk = Desk.of(mvc, clerk);
        for (int i = 0; i < View.MOST; i++)
            desk.puts(view("/findings", "视图" + i, ""), "/api/views/%s", UUID.randomUUID())
                    .andExpect(status().isOk());

        desk.puts(view("/ledger", "又一个", ""), "/api/views/%s", id)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("too-many-views"));
    }

    @ParameterizedTest
    @CsvSource({
        "page,     /../admin, 名称, ''",
        "page,     https://x, 名称, ''",
        "name,     /findings, '', ''",
        "name,     /findings, 一二三四五六七八九十一二三四五六七八九十一, ''",
        "name,     /findings, '一行\\n两行', ''",
        "name,     /findings, 张三13800138000, ''",
        "query,    /findings, 名称, <script>",
        "query,    /findings, 名称, 汉字",
    })
    void whatIsNoViewIsRefusedBesideItsField(String field, String page, String name, String query)
            throws Exception {
        Desk.of(mvc, clerk)
                .puts(view(page, name, query), "/api/views/%s", id)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.errors.length()").value(1))
                .andExpect(jsonPath("$.errors[0].field").value(field));
    }

    @Test
    void anAddressHasItsLength() throws Exception {
        var desk = Desk.of(mvc, clerk);
        desk.puts(view("/findings", "长", "a".repeat(500)), "/api/views/%s", id)
                .andExpect(status().isOk());
        desk.puts(view("/findings", "长", "a".repeat(501)), "/api/views/%s", id)
                .andExpect(status().isUnprocessableContent());
    }

    private static String view(String page, String name, String query) {
        return "{\"page\":\"%s\",\"name\":\"%s\",\"query\":\"%s\"}".formatted(page, name, query);
    }
}

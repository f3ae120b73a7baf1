package cn.sihong.award.notices;

import static cn.sihong.award.Scene.TODAY;
import static cn.sihong.award.Scene.move;
import static cn.sihong.award.Scene.read;
import static cn.sihong.award.Scene.replace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import cn.sihong.award.Scene;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** From a draft in the template's words to a result that stays. */
@SihongTest
class NoticeStoryTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Notices notices;
    @Autowired NoticeLifecycle lifecycle;

    private final UUID notice = UUID.randomUUID();

    @Test
    void anotherThanTheAuthorPublishesAfterBothChecks() {
        var scene = scene("APPROVED");
        var draft = scene.ok(scene.draft(notice));
        assertThat(draft).contains("DRAFT", "拟表彰下列对象", "受理部门");
        scene.refused(get("/api/public/notices/" + notice), 404, "no-such-notice");
        scene.refused(scene.publish(scene.office, notice, 1), 403, "author-publishes");
        scene.refused(
                move(
                        scene.member,
                        "/api/notices/" + notice + "/publish",
                        "{\"version\":1,\"secrecyChecked\":false,\"personalDataChecked\":true}"),
                422,
                "invalid-input");
        scene.ok(scene.publish(scene.member, notice, 1));
        scene.refused(scene.publish(scene.member, notice, 2), 409, "already-done");
        var page = scene.ok(get("/api/public/notices/" + notice));
        assertThat(page).contains("展陈本地革命史", "实验小学");
        assertThat(JsonPath.<Integer>read(page, "$.clock.required")).isEqualTo(5);
        assertThat(JsonPath.<Boolean>read(page, "$.objecting")).isTrue();
        assertThat(page).doesNotContain("schoolId", "unitId", "author", "phone", "contact");
    }

    @Test
    void aDraftIsRevisedAndItsPersonalDataRefused() {
        var scene = scene("APPROVED");
        scene.ok(scene.draft(notice));
        var text = "名单如下，校验值 " + "a".repeat(64) + "，受理部门见后。";
        scene.refused(revision(scene, text + "联系手机 13912345678"), 422, "invalid-input");
        scene.refused(revision(scene, text + "身份证 11010519491231002X"), 422, "invalid-input");
        scene.refused(revision(scene, "没有写校验值的公示稿，内容足够长了，请审阅。"), 422, "invalid-input");
        assertThat(scene.ok(revision(scene, text))).contains("受理部门见后", "\"version\":2");
        scene.ok(scene.publish(scene.member, notice, 2));
        scene.refused(revision(scene, text), 409, "not-possible-now");
    }

    @Test
    void whatIsOnTheListAndInNoNoticeGetsAFurtherNotice() {
        var scene = scene("APPROVED");
        var first = scene.notice(TODAY.minusDays(7), TODAY);
        scene.refused(scene.draft(UUID.randomUUID()), 409, "nothing-new");
        scene.ok(scene.close(first, 2));
        var newcomer = UUID.randomUUID();
        scene.inside(() -> {
            jdbc.sql(
                            """
                            insert into applications (id, version, programme_id, school_id, unit_id, category,
                                number, title, summary)
                            values (?, 1, ?, ?, ?, 'RED_BASE', '2026-JD-9', '递补展厅', '递补的概要。')
                            """)
                    .params(newcomer, scene.programme, scene.schools.getLast(), scene.unit)
                    .update();
            scene.addWinner(newcomer, 3);
            return true;
        });
        scene.refused(scene.commend("教党〔2026〕2号"), 409, "not-yet-noticed");
        var second = scene.ok(scene.draft(notice));
        assertThat(JsonPath.<List<String>>read(second, "$.entries[*].title"))
                .containsExactly("递补展厅");
        scene.ok(scene.publish(scene.member, notice, 1));
        scene.refused(scene.commend("教党〔2026〕2号"), 409, "notice-still-open");
    }

    @Test
    void theTemplateIsEditedByEditionAndKeepsWhatANoticeMustSay() {
        var scene = scene("APPROVED");
        var current = scene.ok(read(scene.office, "/api/notices/template"));
        int edition = JsonPath.read(current, "$.edition");
        var body = "关于《{方案}》的公示，不少于{工作日}个工作日。受理部门：{受理部门}，校验值{校验值}。";
        scene.refused(template(scene, edition, "没有必要占位符的模板，长度足够但缺少内容。"), 422, "invalid-input");
        scene.refused(template(scene, edition + 7, body), 409, "stale-version");
        scene.ok(template(scene, edition, body));
        assertThat(scene.ok(scene.draft(notice))).contains("关于《四红品牌创建实施方案》的公示");
        scene.refused(template(scene, edition, body), 409, "stale-version");
        scene.ok(template(scene, edition + 1, NoticeTemplate.FIRST.body().replace("\n", "\\n")));
    }

    @Test
    void whereNothingMayBeCommendedTheNoticeSaysSoInOtherWords() {
        var scene = scene("EXCHANGE");
        var draft = scene.ok(scene.draft(notice));
        assertThat(draft).contains("拟推介下列对象").doesNotContain("表彰");
        var text = "表彰名单如下，校验值 " + "a".repeat(64);
        scene.refused(revision(scene, text), 422, "invalid-input");
    }

    @Test
    void eachStateIsTheSameAfterTheDatabase() {
        var scene = scene("APPROVED");
        scene.ok(scene.draft(notice));
        var id = new Notice.Id(notice);
        assertThat(
                        lifecycle.draft(
                                id,
                                new cn.sihong.award.selection.Selection.Id(scene.selection),
                                "x",
                                TODAY,
                                Person.with(Role.PARTY_OFFICE).actor()))
                .isEqualTo(notices.find(id).orElseThrow())
                .isInstanceOf(Notice.Draft.class);
        scene.ok(scene.publish(scene.member, notice, 1));
        assertThat(notices.find(id).orElseThrow()).isInstanceOf(Notice.Open.class);
        assertThat(notices.find(id).orElseThrow().entry().list()).hasSize(2);
        var shortened = lifecycle.shorten(id, 2, TODAY, "演示方案缩短", scene.office.actor());
        assertThat(notices.find(id)).contains(shortened);
        var closed = lifecycle.close(id, 3, scene.office.actor());
        assertThat(notices.find(id).orElseThrow().entry()).isEqualTo(closed.entry());
        var withdrawn = ((Notice.Closed) closed).withdraw(Instant.parse("2026-12-01T02:00:00Z"));
        notices.save(withdrawn);
        assertThat(notices.find(id)).contains(withdrawn);
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder revision(
            Scene scene, String text) {
        return replace(
                scene.office,
                "/api/notices/" + notice,
                "{\"version\":1,\"title\":\"拟确定对象公示\",\"text\":\"%s\",\"opensOn\":\"%s\"}"
                        .formatted(text, TODAY));
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder
            template(Scene scene, int edition, String body) {
        return replace(
                scene.office,
                "/api/notices/template",
                "{\"edition\":%d,\"body\":\"%s\"}".formatted(edition, body));
    }

    private Scene scene(String mode) {
        return new Scene(mvc, jdbc, transaction, mode);
    }
}

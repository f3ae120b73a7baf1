package cn.sihong.review.circulars;

import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;
import static cn.sihong.review.Scene.TODAY;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.review.Scene;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

import java.util.List;
import java.util.UUID;

@SihongTest
class CircularLifecycleTest {

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired CalendarDays calendar;
    @Autowired JdbcClient jdbc;

    private Scene scene;

    @BeforeEach
    void aScene() {
        scene = new Scene(mvc, events);
    }

    @AfterEach
    void theSchoolsLeave() {
        scene.leaves(jdbc);
    }

    @Test
    void aSchoolReadsThePublicTextAndItsOwnListAndNobodyElses() throws Exception {

        var one = scene.school();
        var other = scene.school("通报小学" + UUID.randomUUID());
        var secretary = scene.of(one, SCHOOL_SECRETARY);
        var neighbour = scene.of(other, SCHOOL_SECRETARY);
        scene.told();
        scene.posts(scene.office, "/api/findings", finding(one, "书屋图书未分类上架"));
        scene.posts(scene.office, "/api/findings", finding(other, "展厅史料缺少来源"));
        var id = UUID.randomUUID();
        var path = "/api/circulars/" + id;

        var draft =
                scene.posts(
                        scene.office,
                        "/api/circulars",
                        "{\"id\":\"%s\",\"programmeId\":\"%s\",\"title\":\"督查通报\"}"
                                .formatted(id, scene.programme));
        assertThat(JsonPath.<Integer>read(draft, "$.most")).isEqualTo(5_000);
        assertThat(JsonPath.<Integer>read(draft, "$.length")).isPositive();
        assertThat(JsonPath.<String>read(draft, "$.content.problems")).contains("个别学校");
        scene.cannotRead(secretary, path, 404);
        scene.puts(scene.office, path, content(1, "宣讲常态化"), 200);
        scene.refused(scene.office, path + "/issue", "{\"version\":2}", 409, "author-issues");
        scene.posts(scene.group, path + "/issue", "{\"version\":2}");
        scene.refused(scene.group, path + "/issue", "{\"version\":3}", 409, "already-done");

        var read = scene.reads(secretary, path);
        assertThat(JsonPath.<List<String>>read(read, "$.own[*].problem"))
                .containsExactly("书屋图书未分类上架");
        assertThat(read).doesNotContain("展厅史料缺少来源").doesNotContain(other.toString());
        assertThat(JsonPath.<List<String>>read(scene.reads(neighbour, path), "$.own[*].problem"))
                .containsExactly("展厅史料缺少来源");
    }

    @Test
    void aCircularThatNamesASchoolIsNotIssuedAndStaysADraft() throws Exception {

        var name = "点名小学" + UUID.randomUUID().toString().substring(0, 8);
        scene.school(name);
        scene.told();
        var id = UUID.randomUUID();
        scene.posts(
                scene.office,
                "/api/circulars",
                "{\"id\":\"%s\",\"programmeId\":\"%s\",\"title\":\"督查通报\"}"
                        .formatted(id, scene.programme));
        scene.puts(scene.office, "/api/circulars/" + id, content(1, name + "做得好"), 200);
        scene.refused(
                scene.group,
                "/api/circulars/" + id + "/issue",
                "{\"version\":2}",
                422,
                "school-named");
        assertThat(
                        JsonPath.<String>read(
                                scene.reads(scene.office, "/api/circulars/" + id), "$.state"))
                .isEqualTo("DRAFT");
    }

    private static String content(long version, String practices) {
        return """
        {"version":%d,"title":"督查通报","overview":"总体良好","practices":"%s","problems":"个别学校书屋待整理",
         "requirements":"按期整改","replyBy":"%s"}
        """
                .formatted(version, practices, TODAY.plusDays(14));
    }

    private String finding(UUID school, String problem) {
        return """
        {"id":"%s","programmeId":"%s","schoolId":"%s","source":"SUPERVISION","area":"PLACES","timeClass":"DATED",
         "problem":"%s","dueOn":"%s"}
        """
                .formatted(
                        UUID.randomUUID(),
                        scene.programme,
                        school,
                        problem,
                        calendar.workingDays().nthAfter(TODAY, 10));
    }
}

package cn.sihong.review.jointcomments;

import static cn.sihong.review.District.as;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.platform.test.SihongTest;
import cn.sihong.review.District;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

@SihongTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointCommentTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    private District district;

    @BeforeAll
    void aDistrict() {
        district = District.open(mvc, jdbc, transaction);
    }

    @AfterAll
    void gone() {
        district.close();
    }

    @Test
    void schoolsAreCommentedOnByTheAgendaAndReadTheirOwnOnceTheMinutesAreFinal() {
        var programme = district.programme(2026, false);
        var id = UUID.randomUUID();
        var path = "/api/joint-comments/" + id;
        var one = district.schools.get(0);
        var other = district.schools.get(1);
        district.answer(plan(post("/api/joint-comments"), id, programme, one, other), 200);
        district.answer(plan(post("/api/joint-comments"), id, programme, one, other), 200);
        assertThat(told("review.comment-session-planned", id)).isEqualTo(2);
        district.refused(district.move(district.office, path + "/minute", 1), 422, "invalid-input");
        district.refused(minutes(path, 1), 409, "not-possible-now");

        district.answer(district.move(district.office, path + "/hold", 1), 200);
        district.refused(district.move(district.office, path + "/hold", 1), 409, "already-done");
        district.answer(comment(path, one, "阵地扎实"), 200);
        district.refused(minutes(path, 2), 409, "comments-missing");
        district.answer(comment(path, other, "讲解生动"), 200);
        district.refused(comment(path, district.schools.get(5), "不在议程"), 422, "invalid-input");
        assertThat(read(one, programme)).doesNotContain("阵地扎实");

        district.answer(minutes(path, 2), 200);
        district.refused(comment(path, one, "事后修改"), 409, "not-possible-now");
        assertThat(read(one, programme)).contains("阵地扎实").doesNotContain("讲解生动", "会议由党建办主持");
        var bureau =
                district.answer(
                        as(district.discipline, get("/api/joint-comments?programme=" + programme)),
                        200);
        assertThat(JsonPath.<List<Object>>read(bureau, "$[0].comments[*]")).hasSize(2);
        assertThat(told("review.comments-received", id)).isEqualTo(2);
    }

    private String read(District.School school, UUID programme) {
        return district.answer(
                as(school.secretary(), get("/api/joint-comments?programme=" + programme)), 200);
    }

    private MockHttpServletRequestBuilder plan(
            MockHttpServletRequestBuilder request,
            UUID id,
            UUID programme,
            District.School one,
            District.School other) {
        return district.json(
                district.office,
                request,
                """
                {"id":"%s","programmeId":"%s","on":"%s","venue":"局机关三楼会议室",
                 "agenda":[{"schoolId":"%s","minutes":8},{"schoolId":"%s","minutes":8}]}
                """
                        .formatted(id, programme, District.TODAY, one.id(), other.id()));
    }

    private MockHttpServletRequestBuilder comment(
            String path, District.School school, String strengths) {
        return district.json(
                district.office,
                put(path + "/comments"),
                "{\"schoolId\":\"%s\",\"strengths\":\"%s\",\"problems\":\"记录不够\",\"advice\":\"与课堂结合\"}"
                        .formatted(school.id(), strengths));
    }

    private MockHttpServletRequestBuilder minutes(String path, long version) {
        return district.json(
                district.office,
                post(path + "/minute"),
                "{\"version\":%d,\"minutes\":\"会议由党建办主持，逐校点评。\"}".formatted(version));
    }

    private long told(String template, UUID session) {
        assertThat(session).isNotNull();
        return jdbc.sql("select count(*) from reminders where template = ?")
                .param(template)
                .query(Long.class)
                .single();
    }
}

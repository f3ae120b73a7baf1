package cn.sihong.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Person;

import com.jayway.jsonpath.JsonPath;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A programme of its own whose list was released, for the tests of what comes after: two schools in
 * one unit, each with one application on the list.
 */
public final class Scene {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    static final String HASH = "a".repeat(64);

    public final UUID programme = UUID.randomUUID();
    public final UUID selection = UUID.randomUUID();
    public final UUID unit = UUID.randomUUID();
    public final List<UUID> schools = new ArrayList<>();
    public final List<UUID> applications = new ArrayList<>();
    public final Person office = Person.with(Role.PARTY_OFFICE);
    public final Person member = Person.with(Role.PARTY_GROUP_MEMBER);
    public final Person secretary = Person.with(Role.SCHOOL_SECRETARY);
    public final Person otherSecretary = Person.with(Role.SCHOOL_SECRETARY);

    private final MockMvc mvc;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Scene(MockMvc mvc, JdbcClient jdbc, TransactionTemplate transaction, String mode) {
        this.mvc = mvc;
        this.jdbc = jdbc;
        this.transaction = transaction;
        inside(() -> {
            jdbc.sql(
                            """
                            insert into programmes (id, version, title, year, mode, demonstration, mutual_review,
                                appraisal, acceptance, supervision)
                            values (?, 1, '四红品牌创建实施方案', 2026, ?, true, 30, 0, 70, 0)
                            """)
                    .params(programme, mode)
                    .update();
            jdbc.sql("insert into programme_categories values (?, 'RED_BASE', 0, '红色基地', 2)")
                    .param(programme)
                    .update();
            var hash = HASH;
            jdbc.sql(
                            """
                            insert into selections (id, programme_id, version, state, package_hash, frozen_by,
                                frozen_at, adopted)
                            values (?, ?, 5, 'RELEASED', ?, ?, now(), true)
                            """)
                    .params(selection, programme, hash, UUID.randomUUID())
                    .update();
            addSchool("实验小学", "星火展厅", secretary);
            addSchool("育才中学", "晨光展厅", otherSecretary);
            return true;
        });
    }

    private void addSchool(String name, String title, Person secretary) {
        var school = UUID.randomUUID();
        var application = UUID.randomUUID();
        schools.add(school);
        applications.add(application);
        jdbc.sql("insert into organisations values (?, 1, ?, ?)")
                .params(school, name, unit)
                .update();
        jdbc.sql("insert into seats values (?, ?, 'school-secretary', true, 1)")
                .params(school, secretary.subject())
                .update();
        jdbc.sql(
                        """
                        insert into applications (id, version, programme_id, school_id, unit_id, category,
                            number, title, summary)
                        values (?, 1, ?, ?, ?, 'RED_BASE', ?, ?, '展陈本地革命史，年接待两千人次。')
                        """)
                .params(application, programme, school, unit, "2026-JD-" + schools.size(), title)
                .update();
        addWinner(application, schools.size());
    }

    /** Puts a known application on the list. */
    public void addWinner(UUID application, int place) {
        jdbc.sql(
                        """
                        insert into winners (selection_id, application_id, category, category_name, place, title,
                            summary, school_id, school_name, unit_id)
                        select ?, a.id, a.category, '红色基地', ?, a.title, a.summary, a.school_id, o.name, a.unit_id
                        from applications a join organisations o on o.id = a.school_id where a.id = ?
                        """)
                .params(selection, place, application)
                .update();
    }

    /** Acts on the database with the eyes of the bureau. */
    public <T> T inside(java.util.function.Supplier<T> deed) {
        return java.util.Objects.requireNonNull(
                Reach.everything().during(() -> transaction.execute(status -> deed.get())));
    }

    /** A notice that was published so many days ago and whose last day is this one. */
    public UUID notice(LocalDate opensOn, LocalDate closesOn) {
        var id = UUID.randomUUID();
        ok(draft(id));
        ok(publish(member, id, 1));
        inside(() ->
                jdbc.sql(
                                "update notices set opens_on = ?, closes_on = ?, shortened_because = '演示' where id = ?")
                        .params(opensOn, closesOn, id)
                        .update());
        return id;
    }

    public MockHttpServletRequestBuilder draft(UUID id) {
        return json(
                office,
                post("/api/notices"),
                "{\"id\":\"%s\",\"selectionId\":\"%s\",\"title\":\"拟确定对象公示\",\"opensOn\":\"%s\"}"
                        .formatted(id, selection, TODAY));
    }

    public MockHttpServletRequestBuilder publish(Person by, UUID id, long version) {
        return json(
                by,
                post("/api/notices/" + id + "/publish"),
                "{\"version\":%d,\"secrecyChecked\":true,\"personalDataChecked\":true}"
                        .formatted(version));
    }

    public MockHttpServletRequestBuilder close(UUID id, long version) {
        return json(
                office,
                post("/api/notices/" + id + "/close"),
                "{\"version\":%d}".formatted(version));
    }

    public MockHttpServletRequestBuilder objecting(
            UUID id, UUID notice, UUID application, String voice, String facts) {
        return post("/api/public/objections")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"id":"%s","noticeId":"%s","applicationId":"%s","voice":"%s","name":"欧阳若曦",
                         "unitName":"东风街道社区","contact":"13912345678","facts":"%s"}
                        """
                                .formatted(id, notice, application, voice, facts));
    }

    public MockHttpServletRequestBuilder commend(String documentNumber) {
        return json(
                office,
                post("/api/commendations"),
                "{\"id\":\"%s\",\"selectionId\":\"%s\",\"documentNumber\":\"%s\",\"issuedOn\":\"%s\"}"
                        .formatted(UUID.randomUUID(), selection, documentNumber, TODAY));
    }

    public static MockHttpServletRequestBuilder json(
            Person by, MockHttpServletRequestBuilder request, String body) {
        return request.with(by.signedIn()).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    public static MockHttpServletRequestBuilder read(Person by, String path) {
        return get(path).with(by.signedIn());
    }

    public static MockHttpServletRequestBuilder replace(Person by, String path, String body) {
        return json(by, put(path), body);
    }

    public static MockHttpServletRequestBuilder move(Person by, String path, String body) {
        return json(by, post(path), body);
    }

    public MockHttpServletResponse call(MockHttpServletRequestBuilder request) {
        try {
            var answer = mvc.perform(request).andReturn().getResponse();
            answer.setCharacterEncoding("UTF-8");
            return answer;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String ok(MockHttpServletRequestBuilder request) {
        try {
            var answer = call(request);
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
            return answer.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void refused(MockHttpServletRequestBuilder request, int status, @Nullable String code) {
        try {
            var answer = call(request);
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
            if (code != null)
                assertThat(JsonPath.<String>read(answer.getContentAsString(), "$.code"))
                        .isEqualTo(code);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}

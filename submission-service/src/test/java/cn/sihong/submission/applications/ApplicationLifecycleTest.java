package cn.sihong.submission.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.contracts.HonourEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Town;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.ProgrammeSamples;
import cn.sihong.submission.programmes.Programmes;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What people can do with an application over HTTP, and what they cannot. */
@SihongTest
class ApplicationLifecycleTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Programmes programmes;
    @Autowired Reporting reporting;
    @Autowired TransactionTemplate transaction;
    @Autowired Events events;

    Town town;
    Programme.Id open;
    UUID photo;

    @BeforeEach
    void aTownWithAnOpenProgramme() {
        town = Town.in(jdbc);
        open = ProgrammeSamples.published(programmes, ProgrammeSamples.alwaysOpen()).id();
        photo = photoOf(town.school(), town.street());
    }

    @Test
    void aSchoolAppliesItsUnitScreensAndTheBureauReceives() throws Exception {
        var id = drafted();
        answer(revise(id, 1, content("星火展厅（改）")), 200);
        answer(submit(id, 2), 200);
        var screened = answer(recommend(id, 3, 1), 200);
        assertThat(JsonPath.<String>read(screened, "$.state")).isEqualTo("RECOMMENDED");

        var batch = UUID.randomUUID();
        assertThat(reported(batch)).isEqualTo(1);
        assertThat(received(batch)).isEqualTo(1);

        var received = answer(show(id).with(town.secretary().signedIn()), 200);
        assertThat(JsonPath.<String>read(received, "$.number"))
                .isEqualTo("2026-JD-%s-0001".formatted(town.street().code()));
    }

    @Test
    void anHonourHeardTwiceShowsOnTheApplicationOnce() throws Exception {
        var id = drafted();
        answer(submit(id, 1), 200);
        answer(recommend(id, 2, 1), 200);
        var batch = UUID.randomUUID();
        reported(batch);
        received(batch);
        answer(admit(id, 5), 200);

        var granted = granted(id, "红基证〔2026〕" + UUID.randomUUID());
        events.say(granted);
        events.say(granted);
        await().untilAsserted(() ->
                assertThat(events.heardBy("applications", granted.stamp().eventId())).isTrue());
        var honoured = answer(show(id).with(town.secretary().signedIn()), 200);
        assertThat(JsonPath.<String>read(honoured, "$.state")).isEqualTo("HONOURED");
        assertThat(JsonPath.<Integer>read(honoured, "$.version")).isEqualTo(7);
    }

    @Test
    void anHonourForAnApplicationNobodyKnowsIsNoStumblingBlock() {
        var granted = granted(UUID.randomUUID(), "红基证〔2026〕" + UUID.randomUUID());
        events.say(granted);
        await().untilAsserted(() ->
                assertThat(events.heardBy("applications", granted.stamp().eventId())).isTrue());
    }

    @Test
    void theSameDraftBegunTwiceIsOneDraft() throws Exception {
        var id = UUID.randomUUID();
        var first = answer(draft(id, town.school(), town.secretary()), 200);
        assertThat(answer(draft(id, town.school(), town.secretary()), 200)).isEqualTo(first);
    }

    @Test
    void submittingTwiceIsAnsweredAsDone() throws Exception {
        var id = drafted();
        answer(submit(id, 1), 200);
        assertThat(code(submit(id, 1), 409)).isEqualTo("already-done");
        assertThat(announced(id)).isEqualTo(1);
    }

    @Test
    void aStaleVersionChangesNothing() throws Exception {
        var id = drafted();
        answer(revise(id, 1, content("新名称")), 200);
        assertThat(code(revise(id, 1, content("旧页面上的修改")), 409)).isEqualTo("stale-version");
        assertThat(code(submit(id, 1), 409)).isEqualTo("stale-version");
        assertThat(title(id)).isEqualTo("新名称");
    }

    @Test
    void onlyOneOfTwoClerksAtOnceIsHeard() throws Exception {
        var id = drafted();
        var answers = new ArrayList<Integer>();
        try (var clerks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> both =
                    List.of(
                            () -> status(revise(id, 1, content("甲的修改"))),
                            () -> status(revise(id, 1, content("乙的修改"))));
            for (var done : clerks.invokeAll(both)) answers.add(done.get());
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aClosedWindowIsAnsweredWithItsDays() throws Exception {
        var closed = ProgrammeSamples.published(programmes, ProgrammeSamples.longClosed()).id();
        var body = draftBody(UUID.randomUUID(), closed, town.school(), content("星火展厅"));
        var refused =
                answer(
                        json(post("/api/applications"), body).with(town.secretary().signedIn()),
                        409);
        assertThat(JsonPath.<String>read(refused, "$.code")).isEqualTo("window-closed");
        assertThat(JsonPath.<String>read(refused, "$.detail")).contains("2019年");
    }

    @Test
    void anotherSchoolsDraftIsNobodyElsesBusiness() throws Exception {
        var id = drafted();
        for (var curious :
                List.of(
                        town.neighbourSecretary(),
                        town.strangerSecretary(),
                        town.otherReviewer(),
                        town.streetReviewer(),
                        town.office()))
            assertThat(code(show(id).with(curious.signedIn()), 404))
                    .isEqualTo("no-such-application");
        assertThat(
                        code(
                                json(
                                                put("/api/applications/" + id),
                                                "{\"version\":1,\"content\":%s}"
                                                        .formatted(content("篡改")))
                                        .with(town.strangerSecretary().signedIn()),
                                404))
                .isEqualTo("no-such-application");
        assertThat(title(id)).isEqualTo("星火展厅");
    }

    @Test
    void aSchoolDoesNotApplyForItsNeighbour() throws Exception {
        assertThat(code(draft(UUID.randomUUID(), town.neighbour(), town.secretary()), 403))
                .isEqualTo("not-your-unit");
    }

    @Test
    void aUnitDoesNotScreenForAnother() throws Exception {
        var id = drafted();
        answer(submit(id, 1), 200);
        assertThat(
                        code(
                                json(
                                                post("/api/applications/" + id + "/recommend"),
                                                "{\"version\":2,\"rank\":1}")
                                        .with(town.otherReviewer().signedIn()),
                                404))
                .isEqualTo("no-such-application");
    }

    @Test
    void aSecondBaseOfTheSchoolIsOneTooMany() throws Exception {
        drafted();
        assertThat(code(draft(UUID.randomUUID(), town.school(), town.secretary()), 409))
                .isEqualTo("category-full");
    }

    @Test
    void aBatchWaitsForTheLastScreening() throws Exception {
        answer(submit(drafted(), 1), 200);
        assertThat(catchThrowable(() -> reported(UUID.randomUUID())))
                .isInstanceOf(ScreeningUnfinished.class)
                .hasMessageContaining("还有 1 份");
    }

    @Test
    void listsShowEachTheirOwn() throws Exception {
        var id = drafted();
        assertThat(listed(town.secretary())).containsExactly(id.toString());
        assertThat(listed(town.streetReviewer())).isEmpty();
        answer(submit(id, 1), 200);
        assertThat(listed(town.streetReviewer())).containsExactly(id.toString());
        assertThat(listed(town.office())).contains(id.toString());
        assertThat(listed(town.neighbourSecretary())).isEmpty();
        assertThat(listed(town.otherReviewer())).isEmpty();
    }

    @Test
    void theWayOfAnApplicationIsToldInRoles() throws Exception {
        var id = drafted();
        answer(submit(id, 1), 200);
        var way =
                answer(
                        get("/api/applications/" + id + "/way").with(town.secretary().signedIn()),
                        200);
        assertThat(JsonPath.<List<String>>read(way, "$[*].action"))
                .containsExactly("application.draft", "application.submit");
        assertThat(JsonPath.<List<String>>read(way, "$[*].role"))
                .containsExactly("info-officer", "school-secretary");
    }

    @Test
    void eachIsToldWhatWaitsForThem() throws Exception {
        var id = drafted();
        assertThat(tasks(town.secretary())).containsExactly("1 份申报草稿待完成并由书记提交");
        assertThat(tasks(town.streetReviewer())).isEmpty();
        answer(submit(id, 1), 200);
        assertThat(tasks(town.secretary())).isEmpty();
        assertThat(tasks(town.streetReviewer())).containsExactly("1 份申报待审核筛选");
        assertThat(tasks(town.otherReviewer())).isEmpty();
    }

    private List<String> tasks(Person person) throws Exception {
        return JsonPath.read(
                answer(get("/api/tasks/submission").with(person.signedIn()), 200),
                "$[?(@.kind =~ /applications-.*/)].title");
    }

    private UUID drafted() throws Exception {
        var id = UUID.randomUUID();
        answer(draft(id, town.school(), town.infoOfficer()), 200);
        return id;
    }

    private MockHttpServletRequestBuilder draft(UUID id, Organisation school, Person by) {
        return json(post("/api/applications"), draftBody(id, open, school, content("星火展厅")))
                .with(by.signedIn());
    }

    private MockHttpServletRequestBuilder revise(UUID id, long version, String content) {
        return json(
                        put("/api/applications/" + id),
                        "{\"version\":%d,\"content\":%s}".formatted(version, content))
                .with(town.infoOfficer().signedIn());
    }

    private MockHttpServletRequestBuilder submit(UUID id, long version) {
        return json(
                        post("/api/applications/" + id + "/submit"),
                        "{\"version\":%d,\"secretaryOpinion\":\"同意申报。\"}".formatted(version))
                .with(town.secretary().signedIn());
    }

    private MockHttpServletRequestBuilder recommend(UUID id, long version, int rank) {
        return json(
                        post("/api/applications/" + id + "/recommend"),
                        "{\"version\":%d,\"rank\":%d}".formatted(version, rank))
                .with(town.streetReviewer().signedIn());
    }

    private MockHttpServletRequestBuilder admit(UUID id, long version) {
        return json(
                        post("/api/applications/" + id + "/formal-check/admit"),
                        "{\"version\":%d}".formatted(version))
                .with(town.office().signedIn());
    }

    private MockHttpServletRequestBuilder show(UUID id) {
        return get("/api/applications/" + id);
    }

    private static MockHttpServletRequestBuilder json(
            MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private String answer(MockHttpServletRequestBuilder request, int status) throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return answer.getContentAsString();
    }

    private String code(MockHttpServletRequestBuilder request, int status) throws Exception {
        return JsonPath.read(answer(request, status), "$.code");
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    private List<String> listed(Person person) throws Exception {
        return JsonPath.read(
                answer(
                        get("/api/applications?programme=" + open.value()).with(person.signedIn()),
                        200),
                "$.items[*].id");
    }

    private String draftBody(UUID id, Programme.Id programme, Organisation school, String content) {
        return """
        {"id":"%s","programmeId":"%s","schoolId":"%s","category":"RED_BASE","content":%s}
        """
                .formatted(id, programme.value(), school.id().value(), content);
    }

    private String content(String title) {
        var over = LocalDate.now().minusDays(2);
        return """
        {"title":"%s","origin":"RECOMMENDED","summary":"由旧礼堂改建。","deeds":"布置六个展区。",
         "effect":"全年接待三千人次。","teachingLink":"与班会课同步。","mechanism":"每周值守。",
         "schoolNotice":{"from":"%s","to":"%s","place":"校门口","objections":false},"photos":["%s"]}
        """
                .formatted(title, over.minusDays(20), over, photo);
    }

    private UUID photoOf(Organisation school, Organisation unit) {
        var id = UUID.randomUUID();
        system(() ->
                jdbc.sql(
                                """
                                insert into attachments (id, school_id, unit_id, name, type, size, sha256, key, uploaded_by, uploaded_at)
                                values (?, ?, ?, '展厅.jpg', 'image/jpeg', 1, repeat('0', 64), ?, ?, now())
                                """)
                        .params(
                                id,
                                school.id().value(),
                                unit.id().value(),
                                id.toString(),
                                UUID.randomUUID())
                        .update());
        return id;
    }

    private int reported(UUID batch) {
        return system(() -> reporting.batch(open, town.street().id(), batch, Role.STREET_REVIEWER));
    }

    private int received(UUID batch) {
        return system(() -> reporting.receive(batch, Role.PARTY_OFFICE));
    }

    private <T> T system(java.util.function.Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }

    private String title(UUID id) {
        return system(() ->
                jdbc.sql("select title from applications where id = ?")
                        .param(id)
                        .query(String.class)
                        .single());
    }

    private long announced(UUID id) {
        return jdbc.sql(
                        "select count(*) from audit where about_id = ? and action = 'application.submit'")
                .param(id.toString())
                .query(Long.class)
                .single();
    }

    private HonourEvent.Granted granted(UUID application, String certificate) {
        var stamp = new Stamp(UUID.randomUUID(), 1, open.value(), "party-office", Instant.EPOCH);
        return new HonourEvent.Granted(
                stamp,
                UUID.randomUUID(),
                application,
                town.school().id().value(),
                "RED_BASE",
                "星火展厅",
                certificate,
                LocalDate.of(2029, 12, 31));
    }
}

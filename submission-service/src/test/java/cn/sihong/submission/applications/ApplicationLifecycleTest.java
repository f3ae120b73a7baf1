package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.JSON;

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
import cn.sihong.submission.programmes.Category;
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
import java.util.TreeMap;
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
    @Autowired Forms forms;
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
    void aSchoolSeesWhoOpenedItsApplication() throws Exception {
        var id = drafted();
        answer(submit(id, 1), 200);
        answer(show(id).with(town.streetReviewer().signedIn()), 200);
        var readings = get("/api/readings").param("school", town.school().id().value().toString());
        var seen = answer(readings.with(town.secretary().signedIn()), 200);
        assertThat(JsonPath.<List<String>>read(seen, "$.items[*].thingId"))
                .containsExactly(id.toString());
        assertThat(JsonPath.<String>read(seen, "$.items[0].title")).isEqualTo("星火展厅");
    }

    @Test
    void anHonourAndItsEndHeardTwiceShowOnTheApplicationOnce() throws Exception {
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

        var revoked = revoked(granted, "材料不实");
        events.say(revoked);
        events.say(revoked);
        await().untilAsserted(() ->
                assertThat(events.heardBy("applications", revoked.stamp().eventId())).isTrue());
        var after = answer(show(id).with(town.secretary().signedIn()), 200);
        assertThat(JsonPath.<String>read(after, "$.state")).isEqualTo("REVOKED");
        assertThat(JsonPath.<String>read(after, "$.reason")).isEqualTo("材料不实");
        assertThat(JsonPath.<Integer>read(after, "$.version")).isEqualTo(8);
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
    void aReceivedApplicationTellsItsTextsWithoutNames() throws Exception {
        var id = UUID.randomUUID();
        var form = forms.newest(Category.RED_GARDENER);
        var content = Filled.in(form, "欧阳娜娜", LocalDate.now().minusDays(2));
        var answers = new TreeMap<>(content.answers());
        var deeds = "欧阳娜娜在%s坚持家访。".formatted(town.school().name());
        answers.put("deeds", JSON.readTree(JSON.writeValueAsString(deeds)));
        answer(draft(id, Category.RED_GARDENER, JSON.writeValueAsString(answers)), 200);
        answer(submit(id, 1), 200);
        answer(recommend(id, 2, 1), 200);
        var batch = UUID.randomUUID();
        reported(batch);

        assertThat(announcedWhenAdmitted(batch)).contains("某某在本校坚持家访。").doesNotContain("欧阳娜娜在");
    }

    @Test
    void theSchoolSeesWhatIsMissingBeforeItsSecretarySigns() throws Exception {
        var id = drafted();
        assertThat(missing(id)).isEmpty();
        answer(revise(id, 1, "{\"title\":\"星火展厅\"}"), 200);
        assertThat(missing(id)).contains("content.summary", "content.schoolNotice.from");
        assertThat(code(submit(id, 2), 422)).isEqualTo("invalid-input");
        assertThat(
                        code(
                                get("/api/applications/" + id + "/missing")
                                        .with(town.neighbourSecretary().signedIn()),
                                404))
                .isEqualTo("no-such-application");
    }

    @Test
    void withoutTheUndertakingNothingIsSubmitted() throws Exception {
        var id = drafted();
        var unsigned =
                json(
                                post("/api/applications/" + id + "/submit"),
                                "{\"version\":1,\"secretaryOpinion\":\"同意申报。\"}")
                        .with(town.secretary().signedIn());
        assertThat(JsonPath.<List<String>>read(answer(unsigned, 422), "$.errors[*].field"))
                .containsExactly("undertaking");
    }

    @Test
    void whatIsSentBackHasAClockAndIsSentBackTwiceAtMost() throws Exception {
        var id = drafted();
        answer(submit(id, 1), 200);
        var returned = answer(sendBack(id, 2), 200);
        assertThat(JsonPath.<String>read(returned, "$.dueOn"))
                .isGreaterThan(LocalDate.now().toString());
        answer(submit(id, 3), 200);
        answer(sendBack(id, 4), 200);
        answer(submit(id, 5), 200);
        assertThat(code(sendBack(id, 6), 409)).isEqualTo("returned-often-enough");
    }

    @Test
    void aCorrectionThatComesTooLateIsRefusedAndTheFormCanBeTakenBack() throws Exception {
        var id = drafted();
        answer(submit(id, 1), 200);
        answer(sendBack(id, 2), 200);
        system(() ->
                jdbc.sql("update applications set due_on = '2026-01-05' where id = ?")
                        .param(id)
                        .update());
        assertThat(code(submit(id, 3), 409)).isEqualTo("return-overdue");
        answer(
                json(post("/api/applications/" + id + "/withdraw"), "{\"version\":3}")
                        .with(town.secretary().signedIn()),
                200);
        drafted();
    }

    @Test
    void anotherSchoolsPictureProvesNothing() throws Exception {
        photo = photoOf(town.neighbour(), town.street());
        var id = UUID.randomUUID();
        assertThat(code(draft(id, town.school(), town.infoOfficer()), 422))
                .isEqualTo("invalid-input");
        answer(show(id).with(town.infoOfficer().signedIn()), 404);
    }

    @Test
    void onePictureProvesManyApplications() throws Exception {
        drafted();
        answer(draft(UUID.randomUUID(), Category.RED_READING_ROOM, evidenceOnly()), 200);
    }

    @Test
    void tenMegabytesOfTextAreRefusedAndChangeNothing() throws Exception {
        var id = drafted();
        var huge = "{\"title\":\"星火展厅\",\"deeds\":\"%s\"}".formatted("字".repeat(3_500_000));
        var refused = answer(revise(id, 1, huge), 422);
        assertThat(JsonPath.<List<String>>read(refused, "$.errors[*].field"))
                .containsExactly("content.deeds");
        assertThat(refused.length()).isLessThan(1_000);
        var kept = answer(show(id).with(town.infoOfficer().signedIn()), 200);
        assertThat(JsonPath.<Integer>read(kept, "$.version")).isEqualTo(1);
    }

    @Test
    void rareCharactersComeBackAsTheyWereWritten() throws Exception {
        var id = drafted();
        answer(revise(id, 1, "{\"title\":\"𠮷野𬱟展厅\",\"deeds\":\"第一行\\r\\n第二行 👩‍🏫\"}"), 200);
        var kept = answer(show(id).with(town.infoOfficer().signedIn()), 200);
        assertThat(JsonPath.<String>read(kept, "$.content.title")).isEqualTo("𠮷野𬱟展厅");
        assertThat(JsonPath.<String>read(kept, "$.content.deeds")).isEqualTo("第一行\r\n第二行 👩‍🏫");
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

    private MockHttpServletRequestBuilder draft(UUID id, Category category, String content) {
        var body = draftBody(id, open, town.school(), content);
        return json(post("/api/applications"), body.replace("RED_BASE", category.name()))
                .with(town.infoOfficer().signedIn());
    }

    private String evidenceOnly() {
        return "{\"title\":\"书屋\",\"evidence\":[{\"attachment\":\"%s\"}]}".formatted(photo);
    }

    private List<String> missing(UUID id) throws Exception {
        var answer =
                answer(
                        get("/api/applications/" + id + "/missing")
                                .with(town.infoOfficer().signedIn()),
                        200);
        return JsonPath.read(answer, "$.errors[*].field");
    }

    private MockHttpServletRequestBuilder sendBack(UUID id, long version) {
        return json(
                        post("/api/applications/" + id + "/return"),
                        "{\"version\":%d,\"reason\":\"请补充展品来源\"}".formatted(version))
                .with(town.streetReviewer().signedIn());
    }

    /** Read before the commit: afterwards the relay is quicker. */
    private String announcedWhenAdmitted(UUID batch) {
        return system(() -> {
            int received = reporting.receive(batch, Role.PARTY_OFFICE);
            reporting.admit(batch, received, Role.PARTY_OFFICE);
            return jdbc.sql(
                            "select payload from outbox where type = 'application.received.v1' order by id desc limit 1")
                    .query(String.class)
                    .single();
        });
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
                        "{\"version\":%d,\"secretaryOpinion\":\"同意申报。\",\"undertaking\":true}"
                                .formatted(version))
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
        var form = forms.newest(Category.RED_BASE);
        var content = Filled.in(form, title, LocalDate.now().minusDays(2));
        var evidence = "[{\"attachment\":\"%s\",\"criteria\":[]}]".formatted(photo);
        var answers = new TreeMap<>(content.answers());
        answers.put("evidence", JSON.readTree(evidence));
        return JSON.writeValueAsString(answers);
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

    private HonourEvent.Revoked revoked(HonourEvent.Granted granted, String reason) {
        var stamp = new Stamp(UUID.randomUUID(), 2, open.value(), "party-office", Instant.EPOCH);
        return new HonourEvent.Revoked(
                stamp,
                granted.honourId(),
                granted.applicationId(),
                granted.schoolId(),
                granted.certificateNumber(),
                reason);
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

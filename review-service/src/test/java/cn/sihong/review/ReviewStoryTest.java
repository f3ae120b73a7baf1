package cn.sihong.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.BatchEvent;
import cn.sihong.contracts.Event;
import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.ProgrammeEvent.Category;
import cn.sihong.contracts.ProgrammeEvent.Weights;
import cn.sihong.contracts.ProgrammeEvent.Window;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Twenty schools of four units judge each other, an inspector calls, and the ledger remembers. */
@SihongTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewStoryTest {

    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    private static final int UNITS = 4;
    private static final int SCHOOLS = 20;

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;

    private final Person office = Person.with(Role.PARTY_OFFICE);
    private final List<Person> witnesses =
            List.of(Person.with(Role.DISCIPLINE), Person.with(Role.PARTY_GROUP_MEMBER));
    private final Person inspector = Person.with(Role.INSPECTOR);
    private UUID programme = UUID.randomUUID();
    private final List<UUID> units = ids(UNITS);
    private final List<UUID> schools = ids(SCHOOLS);
    private final Map<UUID, Person> peers = new LinkedHashMap<>();
    private final Map<UUID, UUID> applications = new LinkedHashMap<>();

    /** The tree is one for all tests, as it is for all programmes. */
    @BeforeAll
    void theTreeIsHeardTwiceAndInAnyOrder() {
        var once = new ArrayList<Event>();
        for (int i = 0; i < SCHOOLS; i++) {
            var school = schools.get(i);
            var peer = Person.with(Role.PEER_REVIEWER);
            peers.put(school, peer);
            once.add(registered(school, units.get(i % UNITS), i));
            once.add(
                    new OrganisationEvent.MemberSeated(
                            stamp(2), school, peer.subject(), "peer-reviewer"));
        }
        hears(once);
    }

    @BeforeEach
    void aProgrammeWithAnApplicationFromEachSchoolIsHeardTwiceAndInAnyOrder() {
        programme = UUID.randomUUID();
        var once = new ArrayList<Event>();
        once.add(published());
        for (int i = 0; i < SCHOOLS; i++) {
            var application = UUID.randomUUID();
            applications.put(schools.get(i), application);
            once.add(received(application, schools.get(i), units.get(i % UNITS), i));
        }
        hears(once);
    }

    private void hears(List<Event> once) {
        var said = new ArrayList<>(Stream.concat(once.stream(), once.stream()).toList());
        Collections.shuffle(said, new Random(11));
        said.forEach(events::say);
        for (var reader : List.of("ledger", "register"))
            await().atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(heardBy(reader, once)).isEqualTo(once.size()));
    }

    @Test
    void aRoundIsDrawnJudgedBlindAndClosed() throws Exception {
        var round = released();
        var sheets = sheetsOf(round);
        assertThat(sheets).hasSize(SCHOOLS * 5);
        refused(move(office, "/api/mutual-reviews/" + round + "/close", 5), 409, "sheets-missing");
        for (var sheet : sheets) judges(sheet);
        var closed = answer(move(office, "/api/mutual-reviews/" + round + "/close", 5), 200);
        assertThat(JsonPath.<String>read(closed, "$.state")).isEqualTo("CLOSED");
        refused(move(office, "/api/mutual-reviews/" + round + "/close", 5), 409, "already-done");
        await().untilAsserted(() ->
                assertThat(ledgerTypes())
                        .contains(
                                "mutual-review.committed.v1",
                                "mutual-review.drawn.v1",
                                "mutual-review.sheet-locked.v1",
                                "mutual-review.closed.v1"));
    }

    @Test
    void whoeverHasTheSheetMakesTheSameDraw() throws Exception {
        var round = released();
        var sheet = answer(as(office, get("/api/mutual-reviews/" + round + "/draw-sheet")), 200);
        String text = JsonPath.read(sheet, "$.sheet");
        String commitment = JsonPath.read(sheet, "$.commitment");
        assertThat(cn.sihong.review.draw.DrawVerifier.faults(text, commitment)).isEmpty();
    }

    /** Invariant 5. */
    @Test
    void aProgrammeHasOneRound() throws Exception {
        prepared();
        refused(
                json(
                        office,
                        post("/api/mutual-reviews"),
                        "{\"id\":\"%s\",\"programmeId\":\"%s\",\"k\":5}"
                                .formatted(UUID.randomUUID(), programme)),
                409,
                null);
    }

    @Test
    void wrongScoresAreNamedAndChangeNothing() throws Exception {
        var sheet = sheetsOf(released()).getFirst();
        var page = answer(as(peerOf(sheet), get("/api/score-sheets/" + sheet)), 200);
        String application = JsonPath.read(page, "$.items[0].applicationId");
        String code = criteria().keySet().iterator().next();
        for (int wrong : new int[] {-500, 1_000_000, 499})
            refused(
                    json(
                            peerOf(sheet),
                            put("/api/score-sheets/" + sheet),
                            "{\"version\":1,\"comment\":\"\",\"items\":[{\"applicationId\":\"%s\",\"points\":{\"%s\":%d}}]}"
                                    .formatted(application, code, wrong)),
                    422,
                    "invalid-input");
        refused(
                json(
                        peerOf(sheet),
                        put("/api/score-sheets/" + sheet),
                        "{\"version\":1,\"comment\":\"\",\"items\":[{\"applicationId\":\"%s\",\"points\":{}}]}"
                                .formatted(UUID.randomUUID())),
                422,
                "invalid-input");
        assertThat(answer(as(peerOf(sheet), get("/api/score-sheets/" + sheet)), 200))
                .isEqualTo(page);
    }

    @Test
    void nobodySeesTheSheetOfAnotherSchool() throws Exception {
        var sheet = sheetsOf(released()).getFirst();
        var owner = peerOf(sheet);
        var others = peers.values().stream().filter(peer -> !peer.equals(owner)).toList();
        for (var other : others)
            assertThat(status(as(other, get("/api/score-sheets/" + sheet)))).isEqualTo(403);
    }

    /** Invariant 6. */
    @Test
    void anAcceptanceNeedsAllFourMethods() throws Exception {
        var visit = UUID.randomUUID();
        var school = schools.getFirst();
        answer(
                json(
                        office,
                        post("/api/inspections"),
                        """
                        {"programmeId":"%s","visits":[{"id":"%s","schoolId":"%s","on":"%s","inspectors":["%s"]}]}
                        """
                                .formatted(programme, visit, school, TODAY, inspector.subject())),
                200);
        answer(move(inspector, "/api/inspections/" + visit + "/start", 1), 200);
        var three = records(2, visit, List.of("DOCUMENT_REVIEW", "SITE_VISIT", "INTERVIEW"));
        answer(three, 200);
        refused(sign(visit, 3), 422, "methods-missing");
        answer(
                records(
                        3,
                        visit,
                        List.of("DOCUMENT_REVIEW", "SITE_VISIT", "INTERVIEW", "MASS_SURVEY")),
                200);
        refused(sign(visit, 4), 409, "scores-open");
        answer(move(inspector, "/api/inspections/" + visit + "/lock-scores", 4), 200);
        answer(sign(visit, 5), 200);
        var locked = answer(move(inspector, "/api/inspections/" + visit + "/lock", 6), 200);
        assertThat(JsonPath.<String>read(locked, "$.state")).isEqualTo("LOCKED");
        refused(move(inspector, "/api/inspections/" + visit + "/lock", 6), 409, "already-done");
        var stranger = Person.with(Role.INSPECTOR);
        assertThat(status(as(stranger, get("/api/inspections/" + visit)))).isEqualTo(403);
    }

    @Test
    void theLedgerHoldsEachEventOnceAndItsChainIsWhole() throws Exception {
        await().untilAsserted(() -> assertThat(ledgerTypes()).isNotEmpty());
        var entries =
                jdbc.sql("select count(*) from ledger_entries where programme_id = ?")
                        .param(programme)
                        .query(Long.class)
                        .single();
        var distinct =
                jdbc.sql(
                                "select count(distinct event_id) from ledger_entries where programme_id = ?")
                        .param(programme)
                        .query(Long.class)
                        .single();
        assertThat(entries).isEqualTo(distinct).isPositive();
        var check = answer(as(office, get("/api/ledger/check")), 200);
        assertThat(JsonPath.<Boolean>read(check, "$.intact")).isTrue();
    }

    @Test
    void anEventFromNextYearIsNoStumblingBlock() throws Exception {
        var key = UUID.randomUUID().toString();
        events.sayRaw(BatchEvent.TOPIC, key, "{\"type\":\"batch.folded.v9\"}");
        var after = new BatchEvent.Received(stamp(1), UUID.fromString(key), units.getFirst(), 3);
        events.say(after);
        await().untilAsserted(() ->
                assertThat(events.heardBy("ledger", after.stamp().eventId())).isTrue());
    }

    private UUID prepared() throws Exception {
        var id = UUID.randomUUID();
        answer(
                json(
                        office,
                        post("/api/mutual-reviews"),
                        "{\"id\":\"%s\",\"programmeId\":\"%s\",\"k\":5}".formatted(id, programme)),
                200);
        return id;
    }

    private UUID released() throws Exception {
        var id = prepared();
        var path = "/api/mutual-reviews/" + id;
        answer(
                json(office, post(path + "/commit"), "{\"version\":1,\"seedSource\":\"公证处当日摇号\"}"),
                200);
        for (var witness : witnesses)
            answer(
                    json(
                            witness,
                            post(path + "/witness"),
                            "{\"seed\":\"07 11 23\",\"dice\":\"31642\"}"),
                    200);
        answer(move(office, path + "/draw", 2), 200);
        answer(
                json(
                        witnesses.getFirst(),
                        post(path + "/inspect"),
                        "{\"version\":3,\"note\":\"复算一致\"}"),
                200);
        answer(move(office, path + "/release", 4), 200);
        return id;
    }

    /** Sheet → the school that fills it. */
    private final Map<UUID, UUID> fills = new LinkedHashMap<>();

    private List<UUID> sheetsOf(UUID round) throws Exception {
        var sheets = new ArrayList<UUID>();
        for (var peer : peers.entrySet()) {
            var list =
                    answer(
                            as(
                                    peer.getValue(),
                                    get("/api/score-sheets?limit=200&programme=" + programme)),
                            200);
            for (String id : JsonPath.<List<String>>read(list, "$.items[*].id")) {
                sheets.add(UUID.fromString(id));
                fills.put(UUID.fromString(id), peer.getKey());
            }
        }
        assertThat(round).isNotNull();
        return sheets;
    }

    private Person peerOf(UUID sheet) {
        return peers.get(fills.get(sheet));
    }

    private void judges(UUID sheet) throws Exception {
        var page = answer(as(peerOf(sheet), get("/api/score-sheets/" + sheet)), 200);
        String application = JsonPath.read(page, "$.items[0].applicationId");
        answer(
                json(
                        peerOf(sheet),
                        put("/api/score-sheets/" + sheet),
                        "{\"version\":1,\"comment\":\"扎实\",\"items\":[{\"applicationId\":\"%s\",\"points\":%s,\"comment\":\"好\"}]}"
                                .formatted(application, fullPoints(criteria()))),
                200);
        answer(move(peerOf(sheet), "/api/score-sheets/" + sheet + "/lock", 2), 200);
        refused(
                move(peerOf(sheet), "/api/score-sheets/" + sheet + "/lock", 2),
                409,
                "already-done");
    }

    private Map<String, Integer> criteria() throws Exception {
        return criteria("RED_BASE");
    }

    private Map<String, Integer> criteria(String category) throws Exception {
        var rubrics = answer(as(office, get("/api/rubrics?programme=" + programme)), 200);
        var criteria = new LinkedHashMap<String, Integer>();
        List<Map<String, Object>> found =
                JsonPath.read(rubrics, "$[?(@.category == '%s')].criteria[*]".formatted(category));
        for (var one : found)
            criteria.put((String) one.get("code"), ((Number) one.get("maxPoints")).intValue());
        return criteria;
    }

    private static String fullPoints(Map<String, Integer> criteria) {
        return criteria.entrySet().stream()
                .map(one -> "\"%s\":%d".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private MockHttpServletRequestBuilder records(long version, UUID visit, List<String> methods)
            throws Exception {
        var done =
                methods.stream()
                        .map(method -> "\"%s\":{\"note\":\"已核实\",\"count\":3}".formatted(method))
                        .collect(Collectors.joining(",", "{", "}"));
        return json(
                inspector,
                put("/api/inspections/" + visit + "/records"),
                "{\"version\":%d,\"methods\":%s,\"schoolPoints\":%s,\"items\":[{\"applicationId\":\"%s\",\"points\":%s}]}"
                        .formatted(
                                version,
                                done,
                                fullPoints(criteria("SCHOOL")),
                                applications.get(schools.getFirst()),
                                fullPoints(criteria())));
    }

    private MockHttpServletRequestBuilder sign(UUID visit, long version) {
        return json(
                inspector,
                post("/api/inspections/" + visit + "/sign"),
                "{\"version\":%d,\"summary\":\"符合要求\",\"schoolSignatory\":\"王校长\"}"
                        .formatted(version));
    }

    private static MockHttpServletRequestBuilder move(Person by, String path, long version) {
        return json(by, post(path), "{\"version\":%d}".formatted(version));
    }

    private static MockHttpServletRequestBuilder json(
            Person by, MockHttpServletRequestBuilder request, String body) {
        return as(by, request).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder as(
            Person by, MockHttpServletRequestBuilder request) {
        return request.with(by.signedIn());
    }

    private String answer(MockHttpServletRequestBuilder request, int status) throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return answer.getContentAsString();
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse().getStatus();
    }

    private void refused(
            MockHttpServletRequestBuilder request,
            int status,
            @org.jspecify.annotations.Nullable String code)
            throws Exception {
        var refusal = answer(request, status);
        if (code != null) assertThat(JsonPath.<String>read(refusal, "$.code")).isEqualTo(code);
    }

    private long heardBy(String reader, List<Event> said) {
        return jdbc.sql("select count(*) from inbox where reader like ? and event_id = any (?)")
                .params(
                        reader + "%",
                        said.stream().map(event -> event.stamp().eventId()).toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    private List<String> ledgerTypes() {
        return jdbc.sql("select distinct type from ledger_entries where programme_id = ?")
                .param(programme)
                .query(String.class)
                .list();
    }

    private ProgrammeEvent published() {
        return new ProgrammeEvent.Published(
                stamp(1),
                programme,
                "2026年度四红创建（演示）",
                2026,
                "APPROVED",
                true,
                List.of(new Category("RED_BASE", "红色基地", 1, 1, 10)),
                Stream.of("APPLICATION", "MUTUAL_REVIEW", "ACCEPTANCE", "SELECTION")
                        .map(stage -> new Window(stage, TODAY.minusDays(30), TODAY.plusDays(30)))
                        .toList(),
                new Weights(30, 0, 70, 0));
    }

    private OrganisationEvent registered(UUID school, UUID unit, int i) {
        return new OrganisationEvent.Registered(
                stamp(1), school, "XX" + i, "第%d小学".formatted(i), "SCHOOL", "PRIMARY", unit, unit);
    }

    private ApplicationEvent received(UUID application, UUID school, UUID unit, int i) {
        return new ApplicationEvent.Received(
                stamp(4),
                application,
                school,
                unit,
                "RED_BASE",
                "2026-JD-%s-%04d".formatted(programme.toString().substring(0, 8), i),
                "星火展厅",
                "概要",
                "RECOMMENDED",
                1);
    }

    private Stamp stamp(long version) {
        return new Stamp(UUID.randomUUID(), version, programme, "party-office", Instant.now());
    }

    private static List<UUID> ids(int n) {
        return IntStream.range(0, n).mapToObj(i -> UUID.randomUUID()).toList();
    }
}

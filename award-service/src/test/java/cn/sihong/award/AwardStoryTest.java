package cn.sihong.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.Event;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.MutualReviewEvent;
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

import org.junit.jupiter.api.Test;
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
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * From scores that arrive as events, twice and in any order, to a certificate anybody can check.
 */
@SihongTest
class AwardStoryTest {

    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;

    private final Person office = Person.with(Role.PARTY_OFFICE);
    private final Person member = Person.with(Role.PARTY_GROUP_MEMBER);
    private final Person approver = Person.with(Role.PARTY_GROUP_MEMBER);
    private final Person secretary = Person.with(Role.SCHOOL_SECRETARY);
    private final UUID programme = UUID.randomUUID();
    private final UUID school = UUID.randomUUID();
    private final UUID unit = UUID.randomUUID();
    private final UUID strong = UUID.randomUUID();
    private final UUID weak = UUID.randomUUID();
    private final UUID round = UUID.randomUUID();
    private final String mark = programme.toString().substring(0, 8);

    @Test
    void scoresBecomeACertificateThatAnybodyCanCheck() throws Exception {
        hears(true, new Random(1));
        var selection = frozen();
        assertThat(outcomes(selection)).containsExactly("SELECTED", "RESERVE");

        refused(move(member, selection, "propose", 2), 403, "role-not-allowed");
        refused(vote(member, selection, 2, 5, 3, 3, 0, "ADOPTED"), 409, null);
        answer(vote(member, selection, 2, 5, 5, 4, 1, "ADOPTED"), 200);
        answer(move(office, selection, "propose", 3), 200);
        release(selection);

        var notice = noticed(selection);
        refused(json(office, "/api/notices/" + notice + "/close", "{\"version\":2}"), 409, null);
        answer(
                json(
                        office,
                        "/api/notices/" + notice + "/shorten",
                        "{\"version\":2,\"closesOn\":\"%s\",\"reason\":\"演示用，缩短公示\"}"
                                .formatted(TODAY)),
                200);
        var seen = answer(get("/api/public/notices/" + notice), 200);
        assertThat(seen).contains("星火展厅").doesNotContain("晨光展厅");
        answer(json(office, "/api/notices/" + notice + "/close", "{\"version\":3}"), 200);

        var commendation = commended(selection);
        assertThat(answer(commendation, 200)).contains("\"honours\":1");
        assertThat(answer(commendation, 200)).contains("\"honours\":1");
        certificateIsValidForItsHolderOnly();
    }

    @Test
    void theSameEventsTwiceAndInAnyOrderGiveTheSameRanking() throws Exception {
        hears(true, new Random(99));
        assertThat(outcomes(frozen())).containsExactly("SELECTED", "RESERVE");
    }

    /** Invariant 7. */
    @Test
    void nothingIsFrozenBeforeTheAcceptanceIsOver() throws Exception {
        hears(false, new Random(5));
        var selection = opened();
        assertThat(outcomes(selection)).containsOnly("GATED_OUT");
        refused(move(office, selection, "freeze", 1), 409, "acceptance-open");
    }

    @Test
    void movesMadeTwiceOrOnAStalePageAreAnsweredSo() throws Exception {
        hears(true, new Random(2));
        var selection = frozen();
        refused(move(office, selection, "freeze", 2), 409, "already-done");
        refused(vote(member, selection, 9, 5, 5, 5, 0, "ADOPTED"), 409, "stale-version");
        refused(vote(member, selection, 2, 5, 5, 2, 1, "ADOPTED"), 422, "invalid-input");
    }

    private void certificateIsValidForItsHolderOnly() throws Exception {
        var honours = answer(as(secretary, get("/api/honours?programme=" + programme)), 200);
        String id = JsonPath.read(honours, "$.items[0].id");
        String number = JsonPath.read(honours, "$.items[0].certificateNumber");
        String code = JsonPath.read(honours, "$.items[0].code");
        var pdf =
                mvc.perform(as(secretary, get("/api/honours/" + id + "/certificate")))
                        .andReturn()
                        .getResponse();
        assertThat(pdf.getContentAsByteArray()).startsWith("%PDF".getBytes());
        var stranger = Person.with(Role.SCHOOL_SECRETARY);
        refused(as(stranger, get("/api/honours/" + id + "/certificate")), 404, null);

        assertThat(checked(number, code)).isEqualTo("VALID");
        assertThat(checked(number, "0000000000000000")).isEqualTo("UNKNOWN");
        assertThat(checked("红基证〔1999〕0001号", code)).isEqualTo("UNKNOWN");
    }

    private String checked(String number, String code) throws Exception {
        return JsonPath.read(
                answer(get("/api/public/certificates/{number}", number).param("code", code), 200),
                "$.status");
    }

    /** All events, each twice, shuffled: topics have no order among themselves. */
    private void hears(boolean accepted, Random random) {
        var once =
                new ArrayList<Event>(
                        List.of(
                                published(),
                                registered(),
                                seated(),
                                received(strong, "星火展厅", 1),
                                received(weak, "晨光展厅", 2),
                                scored(strong, 90_000),
                                scored(weak, 70_000),
                                new MutualReviewEvent.Closed(stamp(9), round, 5, 2)));
        if (accepted) once.add(inspected());
        var said = new ArrayList<>(Stream.concat(once.stream(), once.stream()).toList());
        Collections.shuffle(said, random);
        said.forEach(events::say);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(once)
                                .allMatch(event ->
                                        jdbc.sql(
                                                        "select exists (select from inbox where event_id = ?)")
                                                .param(event.stamp().eventId())
                                                .query(Boolean.class)
                                                .single()));
    }

    private UUID frozen() throws Exception {
        var id = opened();
        answer(move(office, id, "freeze", 1), 200);
        return id;
    }

    private UUID opened() throws Exception {
        var id = UUID.randomUUID();
        answer(
                json(
                        office,
                        "/api/selections",
                        "{\"id\":\"%s\",\"programmeId\":\"%s\"}".formatted(id, programme)),
                200);
        return id;
    }

    private List<String> outcomes(UUID selection) throws Exception {
        var detail = answer(as(office, get("/api/selections/" + selection)), 200);
        return JsonPath.read(detail, "$..candidates[*].outcome");
    }

    private void release(UUID selection) throws Exception {
        var path = "/api/selections/" + selection + "/release";
        var list = answer(as(approver, get(path)), 200);
        var body =
                "{\"version\":4,\"selected\":%d,\"listHash\":\"%s\"}"
                        .formatted(
                                JsonPath.<Integer>read(list, "$.selected"),
                                JsonPath.<String>read(list, "$.listHash"));
        answer(json(approver, path, body), 200);
    }

    private UUID noticed(UUID selection) throws Exception {
        var id = UUID.randomUUID();
        answer(
                json(
                        office,
                        "/api/notices",
                        "{\"id\":\"%s\",\"selectionId\":\"%s\",\"title\":\"拟表彰对象公示\",\"opensOn\":\"%s\"}"
                                .formatted(id, selection, TODAY)),
                200);
        var checked = "{\"version\":1,\"secrecyChecked\":true,\"personalDataChecked\":%s}";
        var publish = "/api/notices/" + id + "/publish";
        refused(get("/api/public/notices/" + id), 404, "no-such-notice");
        refused(json(office, publish, checked.formatted(true)), 403, "author-publishes");
        refused(json(member, publish, checked.formatted(false)), 422, "invalid-input");
        answer(json(member, publish, checked.formatted(true)), 200);
        return id;
    }

    private MockHttpServletRequestBuilder commended(UUID selection) {
        return json(
                office,
                "/api/commendations",
                "{\"id\":\"%s\",\"selectionId\":\"%s\",\"documentNumber\":\"教党〔2026〕%s号\",\"issuedOn\":\"%s\"}"
                        .formatted(UUID.randomUUID(), selection, mark, TODAY));
    }

    private MockHttpServletRequestBuilder vote(
            Person by,
            UUID selection,
            long version,
            int due,
            int present,
            int inFavour,
            int against,
            String decision) {
        return json(
                by,
                "/api/selections/" + selection + "/vote",
                """
                {"version":%d,"due":%d,"present":%d,"inFavour":%d,"against":%d,"abstained":0,"decision":"%s"}
                """
                        .formatted(version, due, present, inFavour, against, decision));
    }

    private MockHttpServletRequestBuilder move(
            Person by, UUID selection, String move, long version) {
        return json(
                by,
                "/api/selections/" + selection + "/" + move,
                "{\"version\":%d}".formatted(version));
    }

    private static MockHttpServletRequestBuilder json(Person by, String path, String body) {
        return as(by, post(path)).contentType(MediaType.APPLICATION_JSON).content(body);
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

    private void refused(
            MockHttpServletRequestBuilder request,
            int status,
            @org.jspecify.annotations.Nullable String code)
            throws Exception {
        var refusal = answer(request, status);
        if (code != null) assertThat(JsonPath.<String>read(refusal, "$.code")).isEqualTo(code);
    }

    private ProgrammeEvent published() {
        var opens = TODAY.minusDays(30);
        var closes = TODAY.plusDays(30);
        return new ProgrammeEvent.Published(
                stamp(1),
                programme,
                "2026年度四红创建（演示）",
                2026,
                "APPROVED",
                true,
                List.of(new Category("RED_BASE", "红色基地", 1, 1, 1)),
                Stream.of("SELECTION", "NOTICE", "COMMENDATION", "ACCEPTANCE", "MUTUAL_REVIEW")
                        .map(stage -> new Window(stage, opens, closes))
                        .toList(),
                new Weights(30, 0, 70, 0));
    }

    private OrganisationEvent registered() {
        return new OrganisationEvent.Registered(
                stamp(1), school, "XX01", "实验小学", "SCHOOL", "PRIMARY", unit, unit);
    }

    private OrganisationEvent seated() {
        return new OrganisationEvent.MemberSeated(
                stamp(2), school, secretary.subject(), "school-secretary");
    }

    private ApplicationEvent received(UUID application, String title, int rank) {
        return new ApplicationEvent.Received(
                stamp(4),
                application,
                school,
                unit,
                "RED_BASE",
                "2026-JD-XX01-" + mark + rank,
                title,
                "概要",
                "RECOMMENDED",
                rank);
    }

    private MutualReviewEvent scored(UUID application, long points) {
        return new MutualReviewEvent.ApplicationScored(stamp(8), round, application, points, 5);
    }

    private InspectionEvent inspected() {
        return new InspectionEvent.Locked(
                stamp(4),
                UUID.randomUUID(),
                school,
                85_000,
                List.of(
                        new InspectionEvent.ItemScore(strong, 88_000),
                        new InspectionEvent.ItemScore(weak, 75_000)));
    }

    private Stamp stamp(long version) {
        return new Stamp(UUID.randomUUID(), version, programme, "party-office", Instant.now());
    }
}

package cn.sihong.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sihong.contracts.ApplicationEvent;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.LedgerEvent;
import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.NotificationEvent;
import cn.sihong.contracts.OrganisationEvent;
import cn.sihong.contracts.ProgrammeEvent;
import cn.sihong.contracts.Stamp;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;

import com.jayway.jsonpath.JsonPath;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * From a frozen ranking to decisions that everybody may read at once: who may do what, who has to
 * keep out, what a school is told, and how a list is mended.
 */
@SihongTest
class DecisionStoryTest {

    /** Two stand equal across the edge of three places. */
    private static final String TIED = "tied";

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;

    private final Person office = Person.with(Role.PARTY_OFFICE);
    private final Person recorder = Person.with(Role.PARTY_GROUP_MEMBER);
    private final Person approver = Person.with(Role.PARTY_GROUP_MEMBER);
    private final Person concerned = Person.with(Role.PARTY_GROUP_MEMBER);
    private final Person secretary = Person.with(Role.SCHOOL_SECRETARY);
    private final Person stranger = Person.with(Role.SCHOOL_SECRETARY);
    private final UUID programme = UUID.randomUUID();
    private final UUID school = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final UUID unit = UUID.randomUUID();
    private final UUID best = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();
    private final UUID fourth = UUID.randomUUID();
    private final UUID round = UUID.randomUUID();
    private final UUID selection = UUID.randomUUID();
    private final String mark = programme.toString().substring(0, 8);

    @BeforeEach
    void aRankingIsFrozen(TestInfo test) throws Exception {
        events.sayAndBeHeard(
                List.of(
                        published(test.getTags().contains(TIED) ? 3 : 1),
                        registered(school, "红星小学"),
                        registered(other, "晨光小学"),
                        seated(school, secretary, "school-secretary"),
                        seated(other, stranger, "school-secretary"),
                        received(best, school, "红星展厅", 1),
                        received(second, other, "晨光长廊", 2),
                        received(third, other, "向阳书屋", 3),
                        received(fourth, school, "红星书角", 4),
                        scored(best, 95_000),
                        scored(second, 85_000),
                        scored(third, 75_000),
                        scored(fourth, 75_000),
                        explained(best),
                        explained(second),
                        new MutualReviewEvent.Closed(stamp(9), round, 5, 4),
                        inspected(school, best, fourth),
                        inspected(other, second, third),
                        new LedgerEvent.Checkpointed(stamp(1), 4_711, "ab".repeat(32))));
        send(
                office,
                "/api/selections",
                "{\"id\":\"%s\",\"programmeId\":\"%s\"}".formatted(selection, programme),
                200);
        move(office, "freeze", 1, 200);
    }

    @Test
    void thePackageNamesTheLedgerAndIsComputedAgain() throws Exception {
        var text = read(office, path("package"), 200);
        assertThat(JsonPath.<Object>read(text, "$.ledger.sequence")).isNotNull();
        assertThat(JsonPath.<Boolean>read(read(office, path("package/check"), 200), "$.same"))
                .isTrue();
    }

    @Test
    void askingWhatIfShowsWhoWouldChangeAndChangesNothing() throws Exception {
        var before = read(office, path("package"), 200);
        var answer =
                send(
                        office,
                        path("what-if"),
                        "{\"quotas\":[{\"category\":\"RED_BASE\",\"places\":2}]}",
                        200);
        assertThat(JsonPath.<List<String>>read(answer, "$.changes[*].who.title"))
                .containsExactly("晨光长廊");
        assertThat(read(office, path("package"), 200)).isEqualTo(before);
        assertThat(read(office, path("sensitivity"), 200)).contains("\"variations\":2");
        assertThat(
                        JsonPath.<Integer>read(
                                read(office, path("statistics"), 200),
                                "$.categories[0].candidates"))
                .isEqualTo(4);
        assertThat(
                        code(
                                send(
                                        office,
                                        path("what-if"),
                                        """
                                        {"weights":{"mutualReview":1,"appraisal":0,"acceptance":1,"supervision":0}}
                                        """,
                                        422)))
                .isEqualTo("invalid-input");
    }

    @Test
    void decisionsAreReleasedTogetherBySomebodyWhoPreparedNoneOfThem() throws Exception {
        vote(recorder, 5, "", 200);
        move(office, "propose", 3, 200);
        assertThat(code(read(secretary, letter(best), 404))).isEqualTo("no-such-letter");
        assertThat(code(notice(409))).isEqualTo("not-possible-now");

        var list = read(approver, path("release"), 200);
        assertThat(JsonPath.<List<String>>read(list, "$.list[*].title")).containsExactly("红星展厅");
        assertThat(JsonPath.<Integer>read(list, "$.decisions")).isEqualTo(4);
        assertThat(code(release(recorder, list, 1, 403))).isEqualTo("not-by-its-author");
        assertThat(code(release(approver, list, 2, 409))).isEqualTo("list-changed");
        assertThat(code(read(secretary, letter(best), 404))).isEqualTo("no-such-letter");

        release(approver, list, 1, 200);
        assertThat(code(release(approver, list, 1, 409))).isEqualTo("already-done");
        notice(200);
    }

    @Test
    void eachSchoolReadsItsOwnLetterAndNothingOfARival() throws Exception {
        released();
        var won = read(secretary, letter(best), 200);
        assertThat(JsonPath.<String>read(won, "$.outcome")).isEqualTo("SELECTED");
        assertThat(won).contains("红星展厅", "很有特色", "90 分以上").doesNotContain("晨光", "rank");
        assertThat(JsonPath.<List<String>>read(won, "$.strongest[*].name")).contains("阵地环境");
        assertThat(JsonPath.<List<String>>read(won, "$.weakest[*].name")).contains("藏书");

        var lost = read(stranger, letter(second), 200);
        assertThat(JsonPath.<String>read(lost, "$.outcome")).isEqualTo("NOT_SELECTED");
        assertThat(lost).contains("没有进入本类别的 1 个名额").doesNotContain("红星", "rank");

        assertThat(code(read(stranger, letter(best), 404))).isEqualTo("no-such-letter");
        assertThat(
                        JsonPath.<List<String>>read(
                                read(secretary, "/api/letters?programme=" + programme, 200),
                                "$.items[*].title"))
                .containsExactlyInAnyOrder("红星展厅", "红星书角");
        assertThat(
                        JsonPath.<List<String>>read(
                                read(office, "/api/letters?programme=" + programme, 200),
                                "$.items[*].title"))
                .hasSize(4);
    }

    @Test
    void eachSchoolIsToldOnceThatItsLettersAreThere() throws Exception {
        released();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(events.said(NotificationEvent.TOPIC))
                                .filteredOn(one ->
                                        one.contains(programme.toString())
                                                && one.contains("award.decisions-released"))
                                .hasSize(2));
    }

    @Test
    void aMemberWithASeatInWhatStandsForSelectionKeepsOut() throws Exception {
        events.sayAndBeHeard(
                List.of(
                        seated(unit, concerned, "street-reviewer"),
                        seated(UUID.randomUUID(), concerned, "party-group-member")));
        assertThat(code(vote(recorder, 5, "", 409))).isEqualTo("members-concerned");
        assertThat(code(vote(concerned, 5, "", 403))).isEqualTo("recorder-concerned");
        var recusal =
                ",\"recusals\":[{\"subject\":\"%s\",\"member\":\"陈明\",\"reason\":\"在主管单位任职\"}]"
                        .formatted(concerned.subject());
        assertThat(code(vote(recorder, 5, recusal, 422))).isEqualTo("invalid-input");
        vote(recorder, 4, recusal, 200);
        var recorded = read(office, path("vote"), 200);
        assertThat(recorded).contains("陈明", "在主管单位任职", "表决拟表彰名单");
        move(office, "propose", 3, 200);
        var list = read(approver, path("release"), 200);
        assertThat(code(release(concerned, list, 1, 403))).isEqualTo("recorder-concerned");
    }

    /** Invariant 16. */
    @Test
    @Tag(TIED)
    void howATieWasResolvedIsRecordedAndDecides() throws Exception {
        assertThat(
                        JsonPath.<List<String>>read(
                                read(office, "/api/selections/" + selection, 200),
                                "$..candidates[*].outcome"))
                .containsExactly("SELECTED", "SELECTED", "TIED", "TIED");
        assertThat(code(vote(recorder, 5, "", 422))).isEqualTo("invalid-input");
        var order =
                ",\"tieOrders\":[{\"category\":\"RED_BASE\",\"applicationIds\":[\"%s\",\"%s\"]}]"
                        .formatted(fourth, third);
        vote(recorder, 5, order, 200);
        assertThat(
                        jdbc.sql(
                                        """
                                        select application_id from tie_orders
                                        where selection_id = ? order by position
                                        """)
                                .param(selection)
                                .query((row, n) -> row.getObject("application_id", UUID.class))
                                .list())
                .containsExactly(fourth, third);
        move(office, "propose", 3, 200);
        assertThat(
                        JsonPath.<List<String>>read(
                                read(approver, path("release"), 200), "$.list[*].title"))
                .containsExactly("红星展厅", "晨光长廊", "红星书角");
    }

    @Test
    void aVoteWithoutTwoThirdsOfAllMembersIsNone() throws Exception {
        assertThat(code(vote(recorder, 3, "", 409))).isEqualTo("no-quorum");
    }

    @Test
    void whereAWinnerIsTakenBackTheNextInReserveComesInByANewVoteOnly() throws Exception {
        released();
        events.sayAndBeHeard(
                List.of(new ApplicationEvent.Withdrawn(stamp(9), best, school, unit, "RED_BASE")));
        var next = read(office, path("successors?gone=" + best), 200);
        assertThat(JsonPath.<List<String>>read(next, "$.level")).containsExactly(second.toString());
        assertThat(code(read(office, path("successors?gone=" + third), 404)))
                .isEqualTo("not-on-the-list");

        assertThat(code(replace(UUID.randomUUID(), best, third, 5, 422)))
                .isEqualTo("invalid-input");
        assertThat(code(replace(UUID.randomUUID(), best, second, 2, 422)))
                .isEqualTo("invalid-input");
        var id = UUID.randomUUID();
        replace(id, best, second, 5, 200);
        replace(id, best, second, 5, 200);
        assertThat(
                        JsonPath.<List<String>>read(
                                read(office, path("release"), 200), "$.list[*].title"))
                .containsExactly("晨光长廊");
        assertThat(JsonPath.<String>read(read(stranger, letter(second), 200), "$.outcome"))
                .isEqualTo("SELECTED");
        assertThat(JsonPath.<String>read(read(secretary, letter(best), 200), "$.outcome"))
                .isEqualTo("NOT_SELECTED");

        // the next two stand equal: the vote chooses, and may leave the place empty
        assertThat(
                        JsonPath.<List<String>>read(
                                read(office, path("successors?gone=" + second), 200), "$.level"))
                .containsExactlyInAnyOrder(third.toString(), fourth.toString());
        replace(UUID.randomUUID(), second, null, 5, 200);
        assertThat(JsonPath.<Integer>read(read(office, path("release"), 200), "$.selected"))
                .isZero();
    }

    @Test
    void aListThatFallsIsWithdrawnFromThePublicAndTheProgrammeIsSelectedForAnew() throws Exception {
        released();
        var notice = JsonPath.<String>read(notice(200), "$.id");
        send(
                recorder,
                "/api/notices/" + notice + "/publish",
                "{\"version\":1,\"secrecyChecked\":true,\"personalDataChecked\":true}",
                200);
        assertThat(code(annul(2, 422))).isEqualTo("invalid-input");
        assertThat(annul(5, 200)).contains("ANNULLED", "已撤销");
        assertThat(code(annul(5, 409))).isEqualTo("already-done");

        var shown = answer(get("/api/public/notices/" + notice), 200);
        assertThat(JsonPath.<String>read(shown, "$.state")).isEqualTo("WITHDRAWN");
        assertThat(JsonPath.<Boolean>read(shown, "$.objecting")).isFalse();
        assertThat(JsonPath.<List<Boolean>>read(shown, "$.entries[*].withdrawn"))
                .containsExactly(true);
        assertThat(read(office, "/api/tasks/award", 200)).contains("开始“2026年度四红创建（演示）”的评选");
        assertThat(JsonPath.<Boolean>read(read(office, path("package/check"), 200), "$.same"))
                .isTrue();
        send(
                office,
                "/api/selections",
                "{\"id\":\"%s\",\"programmeId\":\"%s\"}".formatted(UUID.randomUUID(), programme),
                200);
    }

    private String annul(int inFavour, int status) throws Exception {
        return send(
                recorder,
                path("annul"),
                """
                {"version":6,"reason":"复核认定计分有误，须重新评选","due":5,"present":5,"inFavour":%d,"against":%d,\
                "abstained":0,"recusals":[]}\
                """
                        .formatted(inFavour, 5 - inFavour),
                status);
    }

    @Test
    void aListWithAWinnerThatWasTakenBackIsNotReleased() throws Exception {
        vote(recorder, 5, "", 200);
        move(office, "propose", 3, 200);
        events.sayAndBeHeard(
                List.of(new ApplicationEvent.Withdrawn(stamp(9), best, school, unit, "RED_BASE")));
        var list = read(approver, path("release"), 200);
        assertThat(code(release(approver, list, 1, 409))).isEqualTo("winner-withdrawn");
    }

    private void released() throws Exception {
        vote(recorder, 5, "", 200);
        move(office, "propose", 3, 200);
        release(approver, read(approver, path("release"), 200), 1, 200);
    }

    private String vote(Person by, int present, String more, int status) throws Exception {
        return send(
                by,
                path("vote"),
                """
                {"version":2,"due":5,"present":%d,"inFavour":%d,"against":0,"abstained":0,\
                "decision":"ADOPTED"%s}\
                """
                        .formatted(present, present, more),
                status);
    }

    private String replace(UUID id, UUID gone, @Nullable UUID successor, int inFavour, int status)
            throws Exception {
        return send(
                recorder,
                path("replacements"),
                """
                {"id":"%s","applicationId":"%s","successorId":%s,"reason":"学校撤回申报","due":5,"present":5,\
                "inFavour":%d,"against":%d,"abstained":0}\
                """
                        .formatted(
                                id,
                                gone,
                                successor == null ? "null" : "\"" + successor + "\"",
                                inFavour,
                                5 - inFavour),
                status);
    }

    private String release(Person by, String list, int selected, int status) throws Exception {
        return send(
                by,
                path("release"),
                "{\"version\":4,\"selected\":%d,\"listHash\":\"%s\"}"
                        .formatted(selected, JsonPath.<String>read(list, "$.listHash")),
                status);
    }

    private String notice(int status) throws Exception {
        return send(
                office,
                "/api/notices",
                "{\"id\":\"%s\",\"selectionId\":\"%s\",\"title\":\"拟表彰对象公示\",\"opensOn\":\"%s\"}"
                        .formatted(
                                UUID.randomUUID(),
                                selection,
                                LocalDate.now(ZoneId.of("Asia/Shanghai"))),
                status);
    }

    private void move(Person by, String move, long version, int status) throws Exception {
        send(by, path(move), "{\"version\":%d}".formatted(version), status);
    }

    private String path(String more) {
        return "/api/selections/" + selection + "/" + more;
    }

    private static String letter(UUID application) {
        return "/api/letters/" + application;
    }

    private String read(Person by, String path, int status) throws Exception {
        return answer(get(path).with(by.signedIn()), status);
    }

    private String send(Person by, String path, String body, int status) throws Exception {
        return answer(
                post(path)
                        .with(by.signedIn())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body),
                status);
    }

    private String answer(MockHttpServletRequestBuilder request, int status) throws Exception {
        var answer = mvc.perform(request).andReturn().getResponse();
        var text = answer.getContentAsString(UTF_8);
        assertThat(answer.getStatus()).as(text).isEqualTo(status);
        return text;
    }

    private static String code(String problem) {
        return JsonPath.read(problem, "$.code");
    }

    private ProgrammeEvent published(int places) {
        return new ProgrammeEvent.Published(
                stamp(1),
                programme,
                "2026年度四红创建（演示）",
                2026,
                "APPROVED",
                true,
                List.of(new ProgrammeEvent.Category("RED_BASE", "红色基地", 1, 2, places)),
                List.of(),
                new ProgrammeEvent.Weights(30, 0, 70, 0));
    }

    private OrganisationEvent registered(UUID which, String name) {
        return new OrganisationEvent.Registered(
                stamp(1), which, "XX" + which, name, "SCHOOL", "PRIMARY", unit, unit);
    }

    private OrganisationEvent seated(UUID where, Person who, String role) {
        return new OrganisationEvent.MemberSeated(stamp(2), where, who.subject(), role);
    }

    private ApplicationEvent received(UUID application, UUID of, String title, int rank) {
        return new ApplicationEvent.Received(
                stamp(4),
                application,
                of,
                unit,
                "RED_BASE",
                "2026-JD-" + mark + "-" + rank,
                title,
                "概要",
                "RECOMMENDED",
                rank);
    }

    private MutualReviewEvent scored(UUID application, long points) {
        return new MutualReviewEvent.ApplicationScored(stamp(8), round, application, points, 5);
    }

    private MutualReviewEvent explained(UUID application) {
        return new MutualReviewEvent.ApplicationExplained(
                stamp(8),
                round,
                application,
                List.of(
                        new MutualReviewEvent.Indicator("books", "藏书", 15_000, 25_000),
                        new MutualReviewEvent.Indicator("place", "阵地环境", 14_500, 15_000)),
                List.of("很有特色"));
    }

    private InspectionEvent inspected(UUID which, UUID one, UUID another) {
        long points = which.equals(school) ? 92_000 : 86_000;
        return new InspectionEvent.Locked(
                stamp(4),
                UUID.randomUUID(),
                which,
                85_000,
                List.of(
                        new InspectionEvent.ItemScore(one, points),
                        new InspectionEvent.ItemScore(another, 75_000)));
    }

    private Stamp stamp(long version) {
        return new Stamp(UUID.randomUUID(), version, programme, "party-office", Instant.now());
    }
}

package cn.sihong.review.findings;

import static cn.sihong.platform.keycloak.Role.INFO_OFFICER;
import static cn.sihong.platform.keycloak.Role.INSPECTOR;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.PEER_REVIEWER;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;
import static cn.sihong.platform.keycloak.Role.STREET_REVIEWER;
import static cn.sihong.review.Scene.TODAY;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.SelectionEvent;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.review.Scene;

import com.jayway.jsonpath.JsonPath;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** What people can and cannot do with a finding. */
@SihongTest
class FindingLifecycleTest {

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;
    @Autowired CalendarDays calendar;
    @Autowired Deadlines deadlines;
    @Autowired TransactionTemplate transaction;

    private Scene scene;
    private UUID school;
    private Person secretary;
    private LocalDate due;

    @BeforeEach
    void aSchoolWithASecretary() {
        scene = new Scene(mvc, events);
        school = scene.school();
        secretary = scene.of(school, SCHOOL_SECRETARY);
        due = calendar.workingDays().nthAfter(TODAY, 10);
    }

    @AfterEach
    void theSchoolsLeave() {
        scene.leaves(jdbc);
    }

    @Test
    void aFindingIsAnsweredVerifiedByItsFinderAndClosedByTwo() throws Exception {
        scene.told();
        var id = opened(scene.office);

        var answered = answers(id, 1);
        assertThat(JsonPath.<String>read(answered, "$.card.state")).isEqualTo("ANSWERED");
        assertThat(JsonPath.<List<String>>read(answered, "$.answer.after")).hasSize(1);
        scene.posts(scene.office, path(id, "verify"), "{\"version\":2,\"note\":\"现场看过\"}");
        var closing = scene.posts(scene.office, path(id, "close"), seen(3));
        assertThat(JsonPath.<String>read(closing, "$.card.state")).isEqualTo("CLOSING");
        scene.refused(scene.office, path(id, "close"), seen(4), 409, "another-person-closes");
        var closed = scene.posts(scene.discipline, path(id, "close"), seen(4));

        assertThat(JsonPath.<String>read(closed, "$.card.state")).isEqualTo("CLOSED");
        assertThat(JsonPath.<Boolean>read(closed, "$.inTime")).isTrue();
        assertThat(JsonPath.<List<String>>read(closed, "$.steps[*].move"))
                .containsExactly("OPEN", "ANSWER", "VERIFY", "CLOSE", "CLOSE");
        assertThat(announced(id))
                .containsExactly(
                        "finding.opened.v1",
                        "finding.answered.v1",
                        "finding.verified.v1",
                        "finding.closed.v1");
    }

    @Test
    void whoseTurnItIsHasATaskAndNobodyElse() throws Exception {
        scene.told();
        var id = opened(scene.office);
        assertThat(hasTask(secretary, id)).isTrue();
        assertThat(hasTask(scene.office, id)).isFalse();

        answers(id, 1);
        assertThat(hasTask(secretary, id)).isFalse();
        assertThat(hasTask(scene.office, id)).isTrue();
        assertThat(hasTask(scene.discipline, id)).isFalse();

        scene.posts(scene.office, path(id, "verify"), seen(2));
        assertThat(hasTask(scene.discipline, id)).isTrue();
        scene.posts(scene.office, path(id, "close"), seen(3));
        assertThat(hasTask(scene.office, id)).isFalse();
        assertThat(hasTask(scene.discipline, id)).isTrue();
        scene.posts(scene.discipline, path(id, "close"), seen(4));
        assertThat(hasTask(scene.discipline, id)).isFalse();
    }

    private boolean hasTask(Person of, UUID finding) throws Exception {
        return scene.reads(of, "/api/tasks/review").contains("/app/findings/" + finding);
    }

    @Test
    void askedTwiceEveryMoveIsMadeOnce() throws Exception {
        scene.told();
        var id = UUID.randomUUID();
        var first = scene.posts(scene.office, "/api/findings", finding(id, "SUPERVISION", null));
        assertThat(scene.posts(scene.office, "/api/findings", finding(id, "SUPERVISION", null)))
                .isEqualTo(first);
        answers(id, 1);
        scene.refused(secretary, path(id, "answer"), answer(2), 409, "already-done");
        scene.posts(scene.office, path(id, "verify"), seen(2));
        scene.refused(scene.office, path(id, "verify"), seen(3), 409, "already-done");
        assertThat(announced(id))
                .containsExactly("finding.opened.v1", "finding.answered.v1", "finding.verified.v1");
    }

    @Test
    void whatWasSaidIsKeptWhenAFindingIsOpenedAgain() throws Exception {
        scene.told();
        var id = opened(scene.office);
        answers(id, 1);
        var again =
                scene.posts(
                        scene.office,
                        path(id, "reopen"),
                        "{\"version\":2,\"reason\":\"现场仍未分架\",\"dueOn\":\"%s\"}".formatted(due));
        assertThat(JsonPath.<String>read(again, "$.card.state")).isEqualTo("REOPENED");
        assertThat(JsonPath.<String>read(again, "$.steps[1].words")).isEqualTo("已按三类分架上架");
        answers(id, 3);
        scene.posts(scene.office, path(id, "verify"), seen(4));
        scene.posts(scene.office, path(id, "close"), seen(5));
        scene.posts(scene.group, path(id, "close"), seen(6));
        scene.posts(
                scene.discipline,
                path(id, "reopen"),
                "{\"version\":7,\"reason\":\"回头看发现反弹\",\"dueOn\":\"%s\"}".formatted(due));
        assertThat(announced(id)).containsSubsequence("finding.closed.v1", "finding.reopened.v1");
    }

    @Test
    void onlyTheFinderVerifiesUnlessThePartyOfficeTakesOverWithAReason() throws Exception {
        scene.told();
        var id = opened(scene.office);
        answers(id, 1);
        var other = Person.with(PARTY_OFFICE);
        scene.refused(other, path(id, "verify"), seen(2), 403, "not-the-finder");
        scene.refused(
                other,
                path(id, "hand-over"),
                "{\"version\":2,\"reason\":\"\"}",
                422,
                "invalid-input");
        scene.posts(other, path(id, "hand-over"), "{\"version\":2,\"reason\":\"原提出人已调离\"}");
        scene.refused(scene.office, path(id, "verify"), seen(3), 403, "not-the-finder");
        scene.posts(other, path(id, "verify"), seen(3));
    }

    @Test
    void theSecretaryAloneAnswersAndOnlyForTheirSchool() throws Exception {
        var stranger = scene.of(scene.school(), SCHOOL_SECRETARY);
        var officer = scene.of(school, INFO_OFFICER);
        scene.told();
        var id = opened(scene.office);
        scene.refused(stranger, path(id, "answer"), answer(1), 403, "not-your-unit");
        scene.refused(officer, path(id, "answer"), answer(1), 403, "role-not-allowed");
        scene.cannotRead(stranger, "/api/findings/" + id, 403);
        assertThat(scene.reads(officer, "/api/findings?programme=" + scene.programme))
                .contains(id.toString());
        assertThat(scene.reads(stranger, "/api/findings?programme=" + scene.programme))
                .doesNotContain(id.toString());
    }

    @Test
    void theUnitFollowsItsSchoolsAndAnotherUnitSeesNothing() throws Exception {
        var street = scene.of(scene.unit, STREET_REVIEWER);
        var elsewhere = scene.of(UUID.randomUUID(), STREET_REVIEWER);
        scene.told();
        var id = opened(scene.office);
        scene.reads(street, "/api/findings/" + id);
        scene.cannotRead(elsewhere, "/api/findings/" + id, 403);
        assertThat(scene.reads(elsewhere, "/api/findings")).doesNotContain(id.toString());
    }

    @Test
    void nobodyLearnsWhoFoundIt() throws Exception {
        scene.told();
        var peerSchool = UUID.randomUUID();
        var peer = Person.with(PEER_REVIEWER);
        var sheet = UUID.randomUUID();
        var seated = new Scene(mvc, events);
        seated.seat(peer, peerSchool, PEER_REVIEWER);
        seated.told();
        aSheet(sheet, peerSchool);
        var id = UUID.randomUUID();
        scene.posts(peer, "/api/findings", finding(id, "MUTUAL_REVIEW", sheet));

        for (var reader : List.of(secretary, scene.office, scene.discipline)) {
            var seen = scene.reads(reader, "/api/findings/" + id);
            assertThat(seen)
                    .doesNotContain(peer.subject().toString())
                    .doesNotContain(peerSchool.toString())
                    .doesNotContain(sheet.toString());
        }
        assertThat(JsonPath.<Boolean>read(scene.reads(peer, "/api/findings/" + id), "$.card.mine"))
                .isTrue();
        answers(id, 1);
        scene.posts(peer, path(id, "verify"), seen(2));
        var elsewhere = Person.with(PEER_REVIEWER);
        scene.refused(
                elsewhere,
                "/api/findings",
                finding(UUID.randomUUID(), "MUTUAL_REVIEW", sheet),
                403,
                "not-from-there");
    }

    @Test
    void anInspectorFindsOnlyWhereTheyAreNamed() throws Exception {
        scene.told();
        var inspector = Person.with(INSPECTOR);
        var visit = UUID.randomUUID();
        scene.posts(
                scene.office,
                "/api/inspections",
                """
                {"programmeId":"%s","visits":[{"id":"%s","schoolId":"%s","on":"%s","inspectors":["%s"]}]}
                """
                        .formatted(scene.programme, visit, school, TODAY, inspector.subject()));
        var id = UUID.randomUUID();
        scene.posts(inspector, "/api/findings", finding(id, "INSPECTION", visit));
        scene.refused(
                Person.with(INSPECTOR),
                "/api/findings",
                finding(UUID.randomUUID(), "INSPECTION", visit),
                403,
                "not-from-there");
        scene.refused(
                inspector,
                "/api/findings",
                finding(UUID.randomUUID(), "SUPERVISION", null),
                403,
                "not-from-there");
    }

    @Test
    void wrongInputIsNamedAndNothingIsKept() throws Exception {
        scene.told();
        var id = UUID.randomUUID();
        var wrong =
                finding(id, "SUPERVISION", null)
                        .replace("书屋图书未分类上架", "请拨打 13800001111 联系")
                        .replace(due.toString(), TODAY.toString());
        var refusal = scene.refused(scene.office, "/api/findings", wrong, 422, "invalid-input");
        assertThat(JsonPath.<List<String>>read(refusal, "$.errors[*].field")).contains("problem");
        scene.refused(
                scene.office,
                "/api/findings",
                finding(id, "SUPERVISION", null).replace(due.toString(), TODAY.toString()),
                422,
                "invalid-input");
        scene.cannotRead(scene.office, "/api/findings/" + id, 404);
    }

    @Test
    void theSchoolIsToldOnceForEachColourHoweverOftenTheClockIsLookedAt() throws Exception {
        scene.told();
        var id = opened(scene.office);

        for (int i = 0; i < 3; i++) remind(due.minusDays(1));
        assertThat(remindersOf(id))
                .containsExactly(
                        "review.finding-due-orange",
                        "review.finding-due-orange",
                        "review.finding-opened",
                        "review.finding-opened");
        for (int i = 0; i < 3; i++) remind(due.plusDays(1));
        assertThat(remindersOf(id)).hasSize(6).contains("review.finding-overdue");
        answers(id, 1);
        remind(due.plusDays(20));
        assertThat(remindersOf(id)).hasSize(7).contains("review.finding-answered");
    }

    @Test
    void theAssessmentIsAnnouncedWhenTheAcceptanceIsLockedAndAgainWhenItChanges() throws Exception {
        var untouched = scene.school();
        scene.told();
        locks(untouched);
        assertThat(assessed(untouched)).isEqualTo("100000 v1");
        var id = opened(scene.office);
        locks(school);
        assertThat(assessed(school)).isEqualTo("100000 v1");

        backdate(id, TODAY.minusDays(3));
        everywhere(() -> {
            deadlines.assess(TODAY);
            deadlines.assess(TODAY);
            return 0;
        });
        assertThat(assessed(school)).isEqualTo("98000 v2");
        answers(id, 1);
        Awaitility.await().untilAsserted(() -> assertThat(assessed(school)).isEqualTo("99000 v3"));
        assertThat(
                        JsonPath.<List<Integer>>read(
                                scene.reads(
                                        secretary, "/api/assessments?programme=" + scene.programme),
                                "$[*].score"))
                .containsExactly(99_000);
    }

    @Test
    void onceTheRankingIsFrozenNoAssessmentChanges() throws Exception {
        scene.told();
        var id = opened(scene.office);
        locks(school);
        var frozen =
                new SelectionEvent.Frozen(scene.stamp(2), UUID.randomUUID(), 1, 1, "0".repeat(64));
        scene.says("assessments", List.of(frozen, frozen));
        backdate(id, TODAY.minusDays(3));
        everywhere(() -> {
            deadlines.assess(TODAY);
            return 0;
        });
        assertThat(assessed(school)).isEqualTo("100000 v1");
    }

    @Test
    void theSecondLookIsAnnouncedBeforeItsSeedIsKnownAndDrawnOnce() throws Exception {
        scene.told();
        var id = opened(scene.office);
        var followUp = UUID.randomUUID();
        var body =
                "{\"id\":\"%s\",\"programmeId\":\"%s\",\"size\":1,\"seedSource\":\"当晚福彩3D号码\"}"
                        .formatted(followUp, scene.programme);
        scene.refused(scene.office, "/api/follow-ups", body, 422, "invalid-input");
        answers(id, 1);
        scene.posts(scene.office, path(id, "verify"), seen(2));
        scene.posts(scene.office, path(id, "close"), seen(3));
        scene.posts(scene.group, path(id, "close"), seen(4));

        scene.posts(scene.office, "/api/follow-ups", body);
        var draw = "/api/follow-ups/" + followUp + "/draw";
        var drawn = scene.posts(scene.office, draw, "{\"version\":1,\"seed\":\"073\"}");
        assertThat(JsonPath.<List<String>>read(drawn, "$.sample")).containsExactly(id.toString());
        scene.refused(scene.office, draw, "{\"version\":2,\"seed\":\"074\"}", 409, "already-done");
        assertThat(scene.reads(scene.group, "/api/follow-ups?programme=" + scene.programme))
                .contains(followUp.toString());
    }

    private UUID opened(Person by) throws Exception {
        var id = UUID.randomUUID();
        scene.posts(by, "/api/findings", finding(id, "SUPERVISION", null));
        return id;
    }

    private String finding(UUID id, String source, @org.jspecify.annotations.Nullable UUID from) {
        return """
        {"id":"%s","programmeId":"%s","schoolId":"%s","source":"%s",%s"area":"PLACES","timeClass":"DATED",
         "problem":"书屋图书未分类上架","advice":"请分架","dueOn":"%s","before":[]}
        """
                .formatted(
                        id,
                        scene.programme,
                        school,
                        source,
                        from == null ? "" : "\"sourceId\":\"%s\",".formatted(from),
                        due);
    }

    private String answers(UUID id, long version) throws Exception {
        return scene.posts(secretary, path(id, "answer"), answer(version));
    }

    private static String answer(long version) {
        return """
        {"version":%d,"measures":"已按三类分架上架","leader":"张书记","responsible":"李老师","before":[],"after":["%s"]}
        """
                .formatted(version, UUID.randomUUID());
    }

    private static String seen(long version) {
        return "{\"version\":%d}".formatted(version);
    }

    private static String path(UUID id, String move) {
        return "/api/findings/" + id + "/" + move;
    }

    /** The acceptance of a school is locked; said twice, as Kafka may. */
    private void locks(UUID of) {
        var locked =
                new InspectionEvent.Locked(
                        scene.stamp(5), UUID.randomUUID(), of, 90_000, List.of());
        scene.says("assessments", List.of(locked, locked));
    }

    private List<String> announced(UUID finding) {
        return Awaitility.await()
                .until(
                        () ->
                                jdbc.sql(
                                                """
                                                select type from ledger_entries
                                                where topic = 'findings' and content::jsonb ->> 'findingId' = ? order by sequence
                                                """)
                                        .param(finding.toString())
                                        .query(String.class)
                                        .list(),
                        types -> types.size() == movesOf(finding));
    }

    private long movesOf(UUID finding) {
        return everywhere(() ->
                jdbc.sql(
                                """
                                select count(*) filter (where move <> 'CLOSE') + count(*) filter (where move = 'CLOSE') / 2
                                from finding_steps where finding_id = ?
                                """)
                        .param(finding)
                        .query(Long.class)
                        .single());
    }

    private String assessed(UUID of) {
        return everywhere(() ->
                jdbc.sql(
                                """
                                select score || ' v' || version from assessments where programme_id = ? and school_id = ?
                                """)
                        .params(scene.programme, of)
                        .query(String.class)
                        .single());
    }

    private List<String> remindersOf(UUID finding) {
        return jdbc.sql("select template from reminders where about = ? order by template")
                .param(finding)
                .query(String.class)
                .list();
    }

    private void remind(LocalDate today) {
        everywhere(() -> {
            deadlines.remind(today);
            return 0;
        });
    }

    private void backdate(UUID finding, LocalDate dueOn) {
        everywhere(() ->
                jdbc.sql("update findings set from_on = ?, due_on = ? where id = ?")
                        .params(dueOn.minusDays(20), dueOn, finding)
                        .update());
    }

    private void aSheet(UUID sheet, UUID reviewing) {
        everywhere(() -> {
            var round = UUID.randomUUID();
            jdbc.sql("insert into rounds (id, programme_id, k, state) values (?, ?, 5, 'PREPARED')")
                    .params(round, scene.programme)
                    .update();
            return jdbc.sql(
                            """
                            insert into score_sheets (id, round_id, programme_id, reviewing_school_id, judged_school_id, state)
                            values (?, ?, ?, ?, ?, 'OPEN')
                            """)
                    .params(sheet, round, scene.programme, reviewing, school)
                    .update();
        });
    }

    private <T> T everywhere(Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(_ -> deed.get()));
    }
}

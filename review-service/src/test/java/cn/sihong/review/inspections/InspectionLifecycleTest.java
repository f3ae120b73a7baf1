package cn.sihong.review.inspections;

import static cn.sihong.platform.keycloak.Role.INSPECTOR;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.review.Scene.TODAY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.util.stream.Collectors.joining;

import cn.sihong.contracts.OrganisationEvent;
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
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** A team of two at one school: with a network, without one, and what each of them sees. */
@SihongTest
class InspectionLifecycleTest {

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private final Person anna = Person.with(INSPECTOR);
    private final Person boris = Person.with(INSPECTOR);
    private Scene scene;
    private UUID school;
    private UUID application;
    private UUID visit;

    @BeforeEach
    void aVisitOfTwo() throws Exception {
        scene = new Scene(mvc, events);
        school = scene.school();
        application = scene.application(school);
        scene.told();
        visit = UUID.randomUUID();
        scene.posts(scene.office, "/api/inspections", schedule(visit, school, ""));
    }

    @AfterEach
    void theSchoolsLeave() {
        scene.leaves(jdbc);
    }

    @Test
    void nobodySeesTheScoresOfAnotherBeforeTheirOwnAreLocked() throws Exception {
        starts();
        records(anna, 2, 1_000);
        records(boris, 3, 2_000);
        locks(anna, 4);
        assertThat(answersOf(boris, anna)).isEmpty();
        assertThat(scene.reads(boris, path("/records"))).doesNotContain("\"points\":1000");
        assertThat(answersOf(scene.office, boris)).isEmpty();
        assertThat(answersOf(scene.office, anna)).isNotEmpty();

        locks(boris, 5);
        assertThat(answersOf(boris, anna)).isNotEmpty();
        assertThat(answersOf(anna, boris)).isNotEmpty();
        scene.refused(anna, path("/lock-scores"), seen(6), 409, "already-done");
        scene.puts(anna, path("/records"), form(6, 3_000), 409);
    }

    @Test
    void theTeamSignsAndLocksAndTheMeanIsAnnouncedOnce() throws Exception {
        starts();
        records(anna, 2, 1_000);
        scene.refused(anna, path("/sign"), signing(3), 409, "scores-open");
        records(boris, 3, 2_000);
        locks(anna, 4);
        locks(boris, 5);
        scene.posts(anna, path("/sign"), signing(6));
        scene.refused(anna, path("/sign"), signing(7), 409, "already-done");
        scene.refused(boris, path("/lock"), seen(7), 403, "signer-locks");
        var locked = scene.posts(anna, path("/lock"), seen(7));

        assertThat(JsonPath.<String>read(locked, "$.state")).isEqualTo("LOCKED");
        assertThat(JsonPath.<Integer>read(locked, "$.methods.INTERVIEW.count")).isEqualTo(6);
        Awaitility.await().untilAsserted(() -> assertThat(announced()).hasSize(4));
        assertThat(announced().get(2)).contains("\"schoolScore\": 10500", application.toString());
        assertThat(announced().getLast()).contains("\"points\": 1500");
    }

    @Test
    void aBonusWithItsEvidenceIsSignedAndCountedAndToldToTheSchool() throws Exception {
        starts();
        records(anna, 2, 1_000);
        records(boris, 3, 2_000);
        scene.refused(anna, path("/adjustments"), adjusting(4, "fame", 1), 422, "invalid-input");
        scene.posts(anna, path("/adjustments"), adjusting(4, "adopted-elsewhere", 2));
        var seen = scene.posts(boris, path("/adjustments"), adjusting(5, "late", 1));
        assertThat(JsonPath.<Integer>read(seen, "$.adjusted")).isEqualTo(1_000);
        assertThat(JsonPath.<List<String>>read(seen, "$.adjustments[*].evidence"))
                .containsOnly("函〔2026〕3号");
        locks(anna, 6);
        locks(boris, 7);
        scene.posts(anna, path("/sign"), signing(8));
        scene.refused(anna, path("/adjustments"), adjusting(9, "late", 0), 409, "not-possible-now");
        scene.posts(anna, path("/lock"), seen(9));
        Awaitility.await().untilAsserted(() -> assertThat(announced()).hasSize(4));
        assertThat(announced().get(2)).contains("\"schoolScore\": 11500");
        assertThat(announced().getLast())
                .contains("\"code\": \"late\"", "\"points\": -1000", "\"points\": 2000");
    }

    private static String adjusting(long version, String rule, int times) {
        return """
        {"version":%d,"rule":"%s","times":%d,"reason":"有来函为证","evidence":"函〔2026〕3号"}
        """
                .formatted(version, rule, times);
    }

    @Test
    void whoIsAbsentAndWhatCouldNotBeSeenHaveAReasonAndCountNothing() throws Exception {
        starts();
        scene.puts(anna, path("/records"), form(2, 1_000, false), 200);
        scene.refused(anna, path("/lock-scores"), seen(3), 422, "findings-incomplete");
        scene.posts(
                anna,
                path("/exceptions"),
                "{\"version\":3,\"applicationId\":\"%s\",\"reason\":\"展厅施工，未能查看\"}"
                        .formatted(application));
        locks(anna, 4);
        scene.refused(anna, path("/sign"), signing(5), 409, "scores-open");
        scene.refused(
                anna,
                path("/absences"),
                "{\"version\":5,\"inspector\":\"%s\",\"reason\":\"不在本组成员中\"}"
                        .formatted(UUID.randomUUID()),
                422,
                "invalid-input");
        scene.posts(
                anna,
                path("/absences"),
                "{\"version\":5,\"inspector\":\"%s\",\"reason\":\"因公出差未到场\"}"
                        .formatted(boris.subject()));
        scene.posts(anna, path("/sign"), signing(6));
        scene.posts(anna, path("/lock"), seen(7));
        Awaitility.await().untilAsserted(() -> assertThat(announced()).hasSize(4));
        assertThat(announced().get(2)).contains("\"schoolScore\": 7000", "\"items\": []");
    }

    @Test
    void theSameRecordsInAnyOrderAndHoweverOftenLeaveTheSameVisit() throws Exception {
        String first = null;
        for (int round = 0; round < 4; round++) {
            var here = scene.school();
            application = scene.application(here);
            school = here;
            scene.told();
            visit = UUID.randomUUID();
            scene.posts(scene.office, "/api/inspections", schedule(visit, here, ""));
            syncsInSomeOrder(new Random(round));
            var state = whatItSays();
            if (first == null) first = state;
            assertThat(state).isEqualTo(first);
        }
        assertThat(first).contains("SIGNED", "LOCKED");
    }

    @Test
    void aRecordIsNeverOverwrittenAndOneBadRecordHoldsUpNoOther() throws Exception {
        var good = record(id(1), points(school, criteria("SCHOOL").getFirst(), 1_000));
        var forged = record(id(1), points(school, criteria("SCHOOL").getFirst(), 9_000));
        var wrong = record(id(2), points(school, criteria("SCHOOL").getFirst(), 499));
        var synced = sync(anna, List.of(good, forged, wrong));
        assertThat(JsonPath.<List<String>>read(synced, "$.refused[*].code"))
                .containsExactly("record-differs", "invalid-record");
        assertThat(JsonPath.<List<Integer>>read(synced, "$.records[*].body.points"))
                .containsExactly(1_000);
        assertThat(JsonPath.<List<Object>>read(sync(anna, List.of(good)), "$.refused")).isEmpty();
        assertThat(JsonPath.<String>read(synced, "$.visit.state")).isEqualTo("ON_SITE");
    }

    @Test
    void twoDevicesThatDisagreeAreShownAndTheAuthorChooses() throws Exception {
        var criterion = criteria("SCHOOL").getFirst();
        sync(anna, List.of(record(id(1), points(school, criterion, 1_000))));
        var both = sync(anna, List.of(record(id(2), points(school, criterion, 2_000))));
        assertThat(JsonPath.<List<String>>read(both, "$.visit.conflicts[0].records[*].id"))
                .containsExactly(id(1).toString(), id(2).toString());
        assertThat(JsonPath.<Map<String, Object>>read(both, "$.visit.schoolPoints")).isEmpty();
        var chosen =
                sync(anna, List.of(record(id(3), points(school, criterion, 2_000), id(1), id(2))));
        assertThat(JsonPath.<List<Object>>read(chosen, "$.visit.conflicts")).isEmpty();
        assertThat(JsonPath.<Map<String, Object>>read(chosen, "$.visit.schoolPoints"))
                .containsEntry(criterion, 2_000);
    }

    @Test
    void nobodyElseSyncsAndNobodyChangesWhatWasWrittenDown() throws Exception {
        var stranger = Person.with(INSPECTOR);
        scene.refused(stranger, path("/sync"), "{\"records\":[]}", 403, "not-named");
        scene.cannotRead(stranger, path("/records"), 403);
        sync(anna, List.of(record(id(1), points(school, criteria("SCHOOL").getFirst(), 1_000))));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        everywhere(() ->
                                jdbc.sql("update field_records set points = 2000 where id = ?")
                                        .param(id(1))
                                        .update()));
    }

    @Test
    void aTeamHasItsRouteAndWhoIsTiedToASchoolIsNotSentThere() throws Exception {
        var team = UUID.randomUUID();
        var declared = UUID.randomUUID();
        scene.posts(
                scene.office,
                "/api/inspection-teams",
                """
                {"id":"%s","programmeId":"%s","name":"第一组","lead":"%s","members":["%s","%s"]}
                """
                        .formatted(
                                team,
                                scene.programme,
                                anna.subject(),
                                anna.subject(),
                                boris.subject()));
        var other = scene.school();
        var third = scene.school();
        scene.told();
        scene.posts(
                boris,
                "/api/inspector-declarations",
                "{\"id\":\"%s\",\"schoolId\":\"%s\",\"kind\":\"KIN\",\"note\":\"亲属在该校任教\"}"
                        .formatted(declared, third));
        var teams = scene.reads(scene.office, "/api/inspection-teams?programme=" + scene.programme);
        assertThat(JsonPath.<List<String>>read(teams, "$[0].stakes[*].schoolId"))
                .contains(third.toString());

        var stop = ",\"teamId\":\"%s\",\"place\":1".formatted(team);
        scene.posts(scene.office, "/api/inspections", schedule(UUID.randomUUID(), other, stop));
        scene.refused(
                scene.office,
                "/api/inspections",
                schedule(UUID.randomUUID(), third, stop),
                422,
                "invalid-input");
        var second = stop.replace(":1", ":2");
        scene.refused(
                scene.office,
                "/api/inspections",
                schedule(UUID.randomUUID(), third, second),
                409,
                "recusal");
        var waive = "/api/inspector-declarations/" + declared + "/waive";
        scene.refused(
                Person.with(PARTY_OFFICE), waive, "{\"reason\":\"同意参加\"}", 403, "role-not-allowed");
        scene.posts(scene.discipline, waive, "{\"reason\":\"远亲，不影响评分\"}");
        scene.posts(scene.office, "/api/inspections", schedule(UUID.randomUUID(), third, second));
    }

    @Test
    void nobodyInspectsWhereTheyWorkedInTheLastThreeYears() throws Exception {
        var left =
                new OrganisationEvent.MemberLeft(
                        scene.stamp(7), scene.unit, boris.subject(), "street-reviewer");
        scene.says("register", List.of(left, left));
        scene.refused(
                scene.office,
                "/api/inspections",
                schedule(UUID.randomUUID(), told(scene.school()), ""),
                409,
                "recusal");
        scene.refused(boris, path("/start"), seen(1), 409, "recusal");
    }

    private UUID told(UUID newSchool) {
        scene.told();
        return newSchool;
    }

    @Test
    void aVisitMovesToAnotherDayForAReasonWhileNobodyIsThere() throws Exception {
        scene.refused(
                scene.office,
                path("/move"),
                "{\"version\":1,\"on\":\"%s\",\"reason\":\"\"}".formatted(TODAY.plusDays(1)),
                422,
                "invalid-input");
        var moved =
                scene.posts(
                        scene.office,
                        path("/move"),
                        "{\"version\":1,\"on\":\"%s\",\"reason\":\"学校当天停电\"}"
                                .formatted(TODAY.plusDays(1)));
        assertThat(JsonPath.<String>read(moved, "$.on")).isEqualTo(TODAY.plusDays(1).toString());
        scene.posts(anna, path("/start"), seen(2));
        scene.refused(
                scene.office,
                path("/move"),
                "{\"version\":3,\"on\":\"%s\",\"reason\":\"再次改期原因\"}".formatted(TODAY),
                409,
                "not-possible-now");
    }

    /** All that two inspectors write down in a day, in batches of whatever size, some twice. */
    private void syncsInSomeOrder(Random random) throws Exception {
        var annas = new ArrayList<String>();
        var borises = new ArrayList<String>();
        var seals = List.of(new ArrayList<UUID>(), new ArrayList<UUID>());
        int n = 1;
        for (var who : List.of(annas, borises)) {
            var sealed = seals.get(who == annas ? 0 : 1);
            for (var criterion : criteria("SCHOOL")) {
                who.add(record(id(n), points(school, criterion, 500)));
                who.add(record(id(n + 1), points(school, criterion, 1_500), id(n)));
                sealed.add(id(n + 1));
                n += 2;
            }
            for (var criterion : criteria("RED_BASE")) {
                who.add(record(id(n), points(application, criterion, 1_000)));
                sealed.add(id(n++));
            }
            who.add(
                    record(
                            id(n),
                            "{\"kind\":\"SCORES_LOCKED\",\"sealed\":%s}".formatted(json(sealed))));
            sealed.clear();
            sealed.add(id(n++));
        }
        var signs = new ArrayList<UUID>(seals.getFirst());
        signs.addAll(seals.getLast());
        for (var method : List.of("DOCUMENT_REVIEW", "SITE_VISIT", "INTERVIEW", "MASS_SURVEY")) {
            annas.add(
                    record(
                            id(n),
                            "{\"kind\":\"METHOD\",\"method\":\"%s\",\"note\":\"已核实\",\"count\":3,\"counts\":{}}"
                                    .formatted(method)));
            signs.add(id(n++));
        }
        annas.add(
                record(
                        id(n),
                        "{\"kind\":\"SIGNATURE\",\"summary\":\"符合要求\",\"schoolSignatory\":\"王校长\",\"sealed\":%s}"
                                .formatted(json(signs))));
        var deliveries = new ArrayList<Map.Entry<Person, List<String>>>();
        for (var batch : batches(annas, random)) deliveries.add(Map.entry(anna, batch));
        for (var batch : batches(borises, random)) deliveries.add(Map.entry(boris, batch));
        Collections.shuffle(deliveries, random);
        for (var delivery : deliveries) sync(delivery.getKey(), delivery.getValue());
    }

    private static List<List<String>> batches(List<String> records, Random random) {
        var all = new ArrayList<>(records);
        for (var record : records) if (random.nextInt(3) == 0) all.add(record);
        Collections.shuffle(all, random);
        var batches = new ArrayList<List<String>>();
        for (int from = 0; from < all.size(); from += 9)
            batches.add(all.subList(from, Math.min(all.size(), from + 9)));
        return batches;
    }

    private String whatItSays() throws Exception {
        var seen = scene.reads(scene.office, path(""));
        var said = new LinkedHashMap<String, Object>();
        for (var field :
                List.of("state", "schoolPoints", "methods", "summary", "conflicts", "late"))
            said.put(field, JsonPath.read(seen, "$." + field));
        said.put("statuses", JsonPath.read(seen, "$.sheets[*].status"));
        said.put("points", JsonPath.read(seen, "$.items[0].points"));
        return said.toString();
    }

    private String sync(Person by, List<String> records) throws Exception {
        return scene.posts(
                by, path("/sync"), "{\"records\":[%s]}".formatted(String.join(",", records)));
    }

    private static final Instant MADE = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private String record(UUID id, String body, UUID... replaces) {
        return "{\"id\":\"%s\",\"madeAt\":\"%s\",\"replaces\":%s,\"body\":%s}"
                .formatted(id, MADE, json(List.of(replaces)), body);
    }

    private static String points(UUID about, String criterion, int points) {
        return "{\"kind\":\"POINTS\",\"about\":\"%s\",\"criterion\":\"%s\",\"points\":%d}"
                .formatted(about, criterion, points);
    }

    private static String json(List<UUID> ids) {
        return ids.stream().map(id -> "\"" + id + "\"").collect(joining(",", "[", "]"));
    }

    /** The n-th record of this visit. */
    private UUID id(int n) {
        return new UUID(visit.getMostSignificantBits(), n);
    }

    private void starts() throws Exception {
        scene.posts(anna, path("/start"), seen(1));
    }

    private void records(Person by, long version, int points) throws Exception {
        scene.puts(by, path("/records"), form(version, points), 200);
    }

    private void locks(Person by, long version) throws Exception {
        scene.posts(by, path("/lock-scores"), seen(version));
    }

    private String form(long version, int points) throws Exception {
        return form(version, points, true);
    }

    private String form(long version, int points, boolean item) throws Exception {
        var done =
                List.of("DOCUMENT_REVIEW", "SITE_VISIT", "INTERVIEW", "MASS_SURVEY").stream()
                        .map(method -> "\"%s\":{\"note\":\"已核实\",\"count\":3}".formatted(method))
                        .collect(joining(",", "{", "}"));
        var items =
                item
                        ? "{\"applicationId\":\"%s\",\"points\":%s}"
                                .formatted(application, all(criteria("RED_BASE"), points))
                        : "";
        return "{\"version\":%d,\"methods\":%s,\"schoolPoints\":%s,\"items\":[%s]}"
                .formatted(version, done, all(criteria("SCHOOL"), points), items);
    }

    private static String all(List<String> criteria, int points) {
        return criteria.stream()
                .map(code -> "\"%s\":%d".formatted(code, points))
                .collect(joining(",", "{", "}"));
    }

    private List<String> criteria(String subject) throws Exception {
        return JsonPath.read(
                scene.reads(scene.office, "/api/rubrics?programme=" + scene.programme),
                "$[?(@.category == '%s')].criteria[*].code".formatted(subject));
    }

    private Map<String, Object> answersOf(Person reader, Person author) throws Exception {
        List<Map<String, Object>> answers =
                JsonPath.read(
                        scene.reads(reader, path("")),
                        "$.sheets[?(@.inspector == '%s')].answers".formatted(author.subject()));
        return answers.isEmpty() ? Map.of() : answers.getFirst();
    }

    private String schedule(UUID id, UUID at, String stop) {
        return """
        {"programmeId":"%s","visits":[{"id":"%s","schoolId":"%s","on":"%s","inspectors":["%s","%s"]%s}]}
        """
                .formatted(scene.programme, id, at, TODAY, anna.subject(), boris.subject(), stop);
    }

    private static String signing(long version) {
        return "{\"version\":%d,\"summary\":\"符合要求\",\"schoolSignatory\":\"王校长\"}"
                .formatted(version);
    }

    private static String seen(long version) {
        return "{\"version\":%d}".formatted(version);
    }

    private String path(String move) {
        return "/api/inspections/" + visit + move;
    }

    private List<String> announced() {
        return jdbc.sql(
                        """
                        select content::jsonb::text from ledger_entries
                        where topic = 'inspections' and content::jsonb ->> 'inspectionId' = ? order by sequence
                        """)
                .param(visit.toString())
                .query(String.class)
                .list();
    }

    private <T> T everywhere(Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(_ -> deed.get()));
    }
}

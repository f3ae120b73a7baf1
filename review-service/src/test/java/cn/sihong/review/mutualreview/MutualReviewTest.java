package cn.sihong.review.mutualreview;

import static cn.sihong.review.District.as;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.review.District;
import cn.sihong.review.draw.DrawVerifier;

import com.jayway.jsonpath.JsonPath;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How a round comes about, is mended, undone and closed, over HTTP. */
@SihongTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutualReviewTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired MorningReminders reminders;
    @Autowired TransactionTemplate transaction;

    private District district;
    private UUID programme = UUID.randomUUID();

    @BeforeAll
    void aDistrict() {
        district = District.open(mvc, jdbc, transaction);
    }

    @AfterAll
    void gone() {
        district.close();
    }

    @BeforeEach
    void aProgramme() {
        programme = district.programme();
    }

    @Test
    void twoWitnessesBringTheSeedAndNeitherRunsTheDraw() {
        var round = district.committed(programme);
        var path = "/api/mutual-reviews/" + round;
        district.refused(
                district.move(district.office, path + "/draw", 2), 409, "witnesses-missing");
        var both = Person.with(Role.PARTY_OFFICE, Role.DISCIPLINE);
        district.refused(district.sight(round, both, "07", "31642"), 403, "witness-runs-the-draw");

        district.witness(round, district.discipline, "07 11", "31642");
        district.witness(round, district.discipline, "07 12", "31642");
        district.refused(
                district.move(district.office, path + "/draw", 2), 409, "witnesses-missing");
        district.witness(round, district.group, "07 11", "25516");
        district.refused(district.move(district.office, path + "/draw", 2), 409, "seeds-differ");
        var third = Person.with(Role.DISCIPLINE);
        district.refused(district.sight(round, third, "07 11", "111"), 409, "already-done");
        district.witness(round, district.discipline, "07  11", "31642");
        district.refused(
                district.sight(round, district.group, "07 11", "666"), 409, "already-done");

        var drawn = district.answer(district.move(district.office, path + "/draw", 2), 200);
        assertThat(JsonPath.<String>read(drawn, "$.seed")).isEqualTo("07 11 | 31642 | 25516");
        assertThat(JsonPath.<List<String>>read(drawn, "$.witnesses")).hasSize(2);
    }

    @Test
    void theOfficeIsLedToTheProgrammeWhoseRoundIsNext() {
        assertThat(district.answer(as(district.office, get("/api/tasks/review")), 200))
                .contains("/app/mutual-reviews?programme=" + programme);
    }

    @Test
    void whatAWitnessThrewIsSeenByNobodyBeforeTheDraw() {
        var round = district.committed(programme);

        district.witness(round, district.discipline, "07", "31642514");

        for (var person : List.of(district.office, district.group, district.discipline))
            assertThat(
                            district.answer(
                                    as(person, get("/api/mutual-reviews?programme=" + programme)),
                                    200))
                    .doesNotContain("31642514");
    }

    @Test
    void nothingIsReleasedBeforeDisciplineHasLookedItOver() {
        var round = district.drawn(programme);
        var path = "/api/mutual-reviews/" + round;

        district.refused(
                district.move(district.office, path + "/release", 3), 409, "not-possible-now");
        district.answer(
                district.json(
                        district.discipline,
                        post(path + "/inspect"),
                        "{\"version\":3,\"note\":\"复算一致\"}"),
                200);
        district.answer(district.move(district.office, path + "/release", 4), 200);
        district.refused(district.move(district.office, path + "/release", 5), 409, "already-done");
    }

    @Test
    void declaredConflictsKeepSchoolsApartUnlessDisciplineWaivesThem() {
        var one = district.schools.get(0);
        var other = district.schools.get(1);
        var third = district.schools.get(2);
        declare(one, other.id());
        declare(one, third.id());
        district.refused(
                declaration(district.schools.get(5).peer(), one, other.id()), 403, "not-your-unit");
        district.answer(
                district.json(
                        district.discipline,
                        post("/api/conflicts/waivers"),
                        "{\"id\":\"%s\",\"programmeId\":\"%s\",\"schools\":[\"%s\",\"%s\"],\"reason\":\"情况已核实\"}"
                                .formatted(UUID.randomUUID(), programme, third.id(), one.id())),
                200);

        var list = list(district.drawn(programme));

        assertThat(list).contains(conflict(one.id(), other.id()));
        assertThat(list).doesNotContain(conflict(one.id(), third.id()));
        var told = told("review.conflict-declared");
        declare(one, other.id());
        assertThat(told).isPositive();
    }

    @Test
    void whoLeftASchoolLessThanThreeYearsAgoKeepsItApart() {
        var home = district.schools.get(3);
        var lately = district.schools.get(4);
        var longAgo = district.schools.get(5);
        var mover = Person.with(Role.PEER_REVIEWER);
        district.seat(mover.subject(), home.id(), "peer-reviewer", true, 100);
        district.seat(mover.subject(), lately.id(), "info-officer", false, 700);
        district.seat(mover.subject(), longAgo.id(), "info-officer", false, 1200);

        var list = list(district.drawn(programme));

        assertThat(list).contains(conflict(home.id(), lately.id()));
        assertThat(list).doesNotContain(conflict(home.id(), longAgo.id()));
    }

    @Test
    void aRunIsUndoneUntilSomethingIsScored() {
        var round = district.released(programme);
        var path = "/api/mutual-reviews/" + round;
        var undone =
                district.answer(
                        district.json(
                                district.discipline,
                                post(path + "/undo"),
                                "{\"version\":5,\"reason\":\"名单有误，重新组织\"}"),
                        200);
        assertThat(JsonPath.<String>read(undone, "$.state")).isEqualTo("PREPARED");
        assertThat(JsonPath.<Integer>read(undone, "$.run")).isEqualTo(2);
        assertThat(JsonPath.<List<Object>>read(undone, "$.undone")).hasSize(1);
        assertThat(district.sheets(district.schools.getFirst(), programme)).isEmpty();

        district.answer(district.commit(round, 6), 200);
        district.witness(round, district.discipline, "42", "123");
        district.witness(round, district.group, "42", "456");
        district.answer(district.move(district.office, path + "/draw", 7), 200);
        district.answer(
                district.json(
                        district.discipline,
                        post(path + "/inspect"),
                        "{\"version\":8,\"note\":\"复算一致\"}"),
                200);
        district.answer(district.move(district.office, path + "/release", 9), 200);
        var school = district.schools.getFirst();
        district.fills(
                school, (String) district.sheets(school, programme).getFirst().get("id"), 0.9);
        district.refused(
                district.json(
                        district.discipline,
                        post(path + "/undo"),
                        "{\"version\":10,\"reason\":\"还想再抽一次\"}"),
                409,
                "scoring-begun");
    }

    @Test
    void theDeskMendsTheDrawWithFewChangesAndWhatIsLockedStays() {
        var round = district.released(programme);
        var path = "/api/mutual-reviews/" + round;
        var leaves = district.schools.get(7);
        var cannotJudge = district.schools.get(8);
        var firstSheets = district.sheets(cannotJudge, programme);
        var judged =
                ""
                        + firstSheets.stream()
                                .filter(it -> it.get("kind").equals("SITE"))
                                .filter(it -> !leaves.id().toString().equals(it.get("schoolId")))
                                .findFirst()
                                .orElseThrow()
                                .get("id");
        district.judges(cannotJudge, judged, 0.9);
        var before = sheet(round);

        var body =
                "{\"version\":5,\"withdrawn\":[\"%s\"],\"excused\":[\"%s\"],\"reason\":\"人员调离\"}"
                        .formatted(leaves.id(), cannotJudge.id());
        district.answer(district.json(district.office, post(path + "/replacements"), body), 200);

        var after = sheet(round);
        List<String> texts = JsonPath.read(after, "$.replacements[*].sheet");
        assertThat(texts).hasSize(1);
        assertThat(JsonPath.<String>read(after, "$.sheet"))
                .isEqualTo(JsonPath.read(before, "$.sheet"));
        assertThat(
                        DrawVerifier.faults(
                                JsonPath.read(after, "$.sheet"),
                                JsonPath.read(after, "$.commitment"),
                                texts))
                .isEmpty();
        assertThat(texts.getFirst().lines().filter(it -> it.startsWith("new ")).count())
                .isLessThanOrEqualTo(16);
        assertThat(district.sheets(leaves, programme)).isEmpty();
        assertThat(district.sheets(cannotJudge, programme))
                .extracting(it -> it.get("state"))
                .containsOnly("LOCKED");
        assertThat(
                        count(
                                "select count(*) from due_sheets where round_id = ? and judged_school_id <> ?",
                                round,
                                leaves.id()))
                .isEqualTo(23L * 10 + 1);
        district.refused(
                district.json(
                        district.office, post(path + "/replacements"), body.replace(":5", ":6")),
                422,
                "invalid-input");
    }

    @Test
    void aConflictThatBecomesKnownLateIsKeptApartByTheDesk() {
        var round = district.released(programme);
        var school = district.schools.get(9);
        var judged = UUID.fromString("" + site(school).get("schoolId"));
        declare(school, judged);

        district.answer(
                district.json(
                        district.office,
                        post("/api/mutual-reviews/" + round + "/replacements"),
                        "{\"version\":5,\"reason\":\"新登记回避\"}"),
                200);

        assertThat(district.sheets(school, programme))
                .noneMatch(it -> judged.toString().equals(it.get("schoolId")));
        assertThat(JsonPath.<List<String>>read(sheet(round), "$.replacements[*].sheet").getFirst())
                .contains(conflict(school.id(), judged));
    }

    @Test
    void lastYearsPairsAreNotRepeated() {
        var old = district.programme(2020, true);
        var oldRound = district.released(old);
        district.everybodyJudges(old);
        district.answer(
                district.move(district.office, "/api/mutual-reviews/" + oldRound + "/close", 5),
                200);

        var list = list(district.drawn(district.programme(2021, false)));

        List<String> pairs =
                JsonPath.<String>read(sheet(oldRound), "$.sheet")
                        .lines()
                        .filter(it -> it.startsWith("pair "))
                        .toList();
        assertThat(
                        list.lines()
                                .filter(it -> it.startsWith("last-year "))
                                .map(it -> it.replace("last-year", "pair")))
                .containsExactlyInAnyOrderElementsOf(pairs);
    }

    @Test
    void dutiesAreSeenAndEachOccasionIsToldOnce() {
        var round = district.released(programme);
        var handedOut = told("review.sheets-handed-out");
        assertThat(handedOut).isGreaterThanOrEqualTo(District.SCHOOLS);
        var school = district.schools.getFirst();
        district.judges(school, "" + site(school).get("id"), 0.9);

        var duties =
                district.answer(
                        as(district.office, get("/api/mutual-reviews/" + round + "/duties")), 200);
        assertThat(
                        JsonPath.<List<Integer>>read(
                                duties, "$[?(@.schoolId == '%s')].done".formatted(school.id())))
                .containsExactly(1);
        assertThat(JsonPath.<List<Integer>>read(duties, "$[*].due")).containsOnly(10);

        var soon = District.TODAY.plusDays(27);
        reminders.remindOn(soon);
        long once = told("review.sheets-due-soon");
        reminders.remindOn(soon);
        assertThat(told("review.sheets-due-soon"))
                .isEqualTo(once)
                .isGreaterThanOrEqualTo(District.SCHOOLS);
        var path = "/api/mutual-reviews/" + round + "/remind";
        assertThat(
                        JsonPath.<Integer>read(
                                district.answer(
                                        district.json(district.office, post(path), "{}"), 200),
                                "$.schools"))
                .isEqualTo(District.SCHOOLS);
        assertThat(
                        JsonPath.<Integer>read(
                                district.answer(
                                        district.json(district.office, post(path), "{}"), 200),
                                "$.schools"))
                .isZero();
    }

    @Test
    void textsAreReadBlindAndSitesAreNot() {
        district.released(programme);
        for (var school : district.schools) {
            var sheets = district.sheets(school, programme);
            assertThat(sheets).hasSize(10);
            for (var sheet : sheets) {
                var page =
                        district.answer(
                                as(school.peer(), get("/api/score-sheets/" + sheet.get("id"))),
                                200);
                List<String> categories = JsonPath.read(page, "$.items[*].category");
                if (sheet.get("kind").equals("PAPER")) {
                    assertThat(categories).containsExactly("RED_CLASSROOM", "RED_GARDENER");
                    assertThat(sheet).doesNotContainKeys("schoolId", "schoolName");
                    assertThat(page).doesNotContain("滇池", "N-", "schoolId");
                } else assertThat(categories).containsExactly("RED_BASE", "RED_READING_ROOM");
            }
        }
        var paper =
                district.sheets(district.schools.getFirst(), programme).stream()
                        .filter(it -> it.get("kind").equals("PAPER"))
                        .findFirst()
                        .orElseThrow();
        assertThat(
                        district.answer(
                                as(
                                        district.discipline,
                                        get("/api/score-sheets/" + paper.get("id"))),
                                200))
                .contains("滇池");
    }

    @Test
    void ownScoresAreLockedBeforeOthersAreSeenAndWideGapsNeedAReasonOrAThirdLook() {
        var round = district.released(programme);
        var path = "/api/mutual-reviews/" + round;
        var school = district.schools.get(11);
        var mine = "" + site(school).get("id");
        var judged = "" + site(school).get("schoolId");
        district.refused(
                as(school.peer(), get("/api/score-sheets/" + mine + "/others")),
                409,
                "own-score-first");
        district.judges(school, mine, 0.6);
        assertThat(
                        district.answer(
                                as(school.peer(), get("/api/score-sheets/" + mine + "/others")),
                                200))
                .doesNotContain("lowest");
        district.everybodyJudges(programme);
        var others =
                district.answer(
                        as(school.peer(), get("/api/score-sheets/" + mine + "/others")), 200);
        assertThat(JsonPath.<List<Boolean>>read(others, "$[*].reasonAsked")).containsOnly(true);
        district.schools.stream()
                .filter(it -> !it.equals(school))
                .forEach(it -> assertThat(others).doesNotContain(it.id().toString(), it.name()));

        district.refused(
                district.move(district.office, path + "/close", 5), 409, "gaps-unanswered");
        long asked = told("review.reason-asked");
        reminders.remindOn(District.TODAY);
        assertThat(told("review.reason-asked")).isGreaterThan(asked);
        List<Map<String, Object>> gaps =
                JsonPath.read(
                        district.answer(as(district.office, get(path + "/gaps")), 200), "$[*]");
        assertThat(gaps).hasSize(2).allMatch(it -> it.get("schoolId").equals(judged));
        assertThat(gaps.toString()).doesNotContain(school.id().toString());

        var first = gaps.getFirst();
        for (var it : district.schools)
            for (var sheet : district.sheets(it, programme))
                if (judged.equals(sheet.get("schoolId")))
                    explain(it, sheet, first, it.equals(school));
        var second = gaps.getLast();
        district.answer(
                district.json(
                        district.office,
                        post(path + "/third-looks"),
                        "{\"applicationId\":\"%s\"}".formatted(second.get("applicationId"))),
                200);
        district.refused(district.move(district.office, path + "/close", 5), 409, "sheets-missing");
        district.everybodyJudges(programme);
        var closed = district.answer(district.move(district.office, path + "/close", 5), 200);
        assertThat(JsonPath.<String>read(closed, "$.state")).isEqualTo("CLOSED");
    }

    @Test
    void aSlipOnALockedSheetIsCorrectedOnAnotherAndTheOldOneIsKeptAndCountsNoMore() {
        var round = district.released(programme);
        var path = "/api/mutual-reviews/" + round;
        var school = district.schools.get(3);
        var old = "" + site(school).get("id");
        var slip = "{\"sheetId\":\"%s\",\"version\":%d,\"reason\":\"两项分数填反\"}";
        district.refused(
                district.json(
                        district.discipline, post(path + "/corrections"), slip.formatted(old, 1)),
                409,
                "not-possible-now");
        district.everybodyJudges(programme);
        var before = count("select count(*) from score_points where sheet_id = ?::uuid", old);
        district.refused(
                district.json(district.office, post(path + "/corrections"), slip.formatted(old, 3)),
                403,
                "role-not-allowed");
        long told = told("review.sheet-to-correct");
        int version =
                JsonPath.<Integer>read(
                        district.answer(
                                as(district.discipline, get("/api/score-sheets/" + old)), 200),
                        "$.version");
        district.answer(
                district.json(
                        district.discipline,
                        post(path + "/corrections"),
                        slip.formatted(old, version)),
                200);
        assertThat(told("review.sheet-to-correct")).isEqualTo(told + 1);

        var kept = district.answer(as(district.discipline, get("/api/score-sheets/" + old)), 200);
        assertThat(JsonPath.<String>read(kept, "$.state")).isEqualTo("CORRECTED");
        assertThat(JsonPath.<String>read(kept, "$.correction")).isEqualTo("两项分数填反");
        var other = JsonPath.<String>read(kept, "$.inItsPlace");
        var copy = district.answer(as(school.peer(), get("/api/score-sheets/" + other)), 200);
        assertThat(JsonPath.<String>read(copy, "$.state")).isEqualTo("OPEN");
        assertThat(JsonPath.<Object>read(copy, "$.items"))
                .isEqualTo(JsonPath.<Object>read(kept, "$.items"));
        district.refused(district.move(district.office, path + "/close", 5), 409, "sheets-missing");
        district.refused(
                district.move(school.peer(), "/api/score-sheets/" + old + "/lock", 4),
                409,
                "already-done");

        district.everybodyJudges(programme);
        assertThat(count("select count(*) from score_points where sheet_id = ?::uuid", old))
                .isEqualTo(before);
        assertThat(
                        count(
                                """
                                select count(distinct s.id) from score_sheets s join score_points p on p.sheet_id = s.id
                                where s.state = 'LOCKED' and (s.round_id, s.reviewing_school_id) = (
                                    select round_id, reviewing_school_id from score_sheets where id = ?::uuid)
                                """,
                                old))
                .isEqualTo(10);
        district.answer(district.move(district.office, path + "/close", 5), 200);
    }

    private void explain(
            District.School school,
            Map<String, Object> sheet,
            Map<String, Object> gap,
            boolean mustWork) {
        var request =
                district.json(
                        school.peer(),
                        post("/api/score-sheets/" + sheet.get("id") + "/reasons"),
                        "{\"applicationId\":\"%s\",\"reason\":\"现场所见与材料有出入\"}"
                                .formatted(gap.get("applicationId")));
        district.answer(request, 200);
        if (mustWork)
            district.refused(
                    district.json(
                            school.peer(),
                            post("/api/score-sheets/" + sheet.get("id") + "/reasons"),
                            "{\"applicationId\":\"%s\",\"reason\":\"再说一遍理由\"}"
                                    .formatted(gap.get("applicationId"))),
                    409,
                    "already-done");
    }

    @Test
    void bothMeansStandSideBySideAndASchoolSeesItsOwnOnly() {
        var round = district.released(programme);
        var path = "/api/mutual-reviews/" + round;
        var school = district.schools.getFirst();
        district.everybodyJudges(programme);
        district.refused(as(school.secretary(), get(path + "/results")), 409, "not-possible-now");
        var severity = district.answer(as(district.discipline, get(path + "/severity")), 200);
        assertThat(JsonPath.<List<Object>>read(severity, "$[*].leniency"))
                .hasSize(District.SCHOOLS);
        district.answer(district.move(district.office, path + "/close", 5), 200);

        var all = district.answer(as(district.office, get(path + "/results")), 200);
        assertThat(JsonPath.<List<Object>>read(all, "$.results[*]")).hasSize(4 * District.SCHOOLS);
        assertThat(JsonPath.<String>read(all, "$.method")).contains("去极端均分", "校准分");
        assertThat(JsonPath.<List<Integer>>read(all, "$.results[*].scores")).containsOnly(5);

        var own = district.answer(as(school.secretary(), get(path + "/results")), 200);
        assertThat(JsonPath.<List<String>>read(own, "$.results[*].schoolId"))
                .hasSize(4)
                .containsOnly(school.id().toString());
        Map<String, List<String>> comments = JsonPath.read(own, "$.comments");
        assertThat(comments.values()).hasSize(4).allSatisfy(it -> assertThat(it).hasSize(5));
        district.schools.stream()
                .skip(1)
                .forEach(it -> assertThat(own).doesNotContain(it.id().toString(), it.name()));
    }

    /** Invariant 2: nobody both screens and scores the same. */
    @Test
    void whoScreensForASchoolsUnitDoesNotScoreItAndStillScoresOthers() {
        district.released(programme);
        var school = district.schools.get(5);
        var first = site(school);
        var judged = district.school(first.get("schoolId"));
        district.everything(() -> {
            district.seat(school.peer().subject(), judged.unit(), "street-reviewer", true, 0);
            return true;
        });
        var path = "/api/score-sheets/" + first.get("id") + "/lock";
        district.refused(district.move(school.peer(), path, 1), 409, "recusal");
        var elsewhere =
                district.sheets(school, programme).stream()
                        .filter(sheet -> "SITE".equals(sheet.get("kind")))
                        .filter(sheet ->
                                !district.school(sheet.get("schoolId"))
                                        .unit()
                                        .equals(judged.unit()))
                        .findFirst()
                        .orElseThrow();
        district.judges(school, "" + elsewhere.get("id"), 0.8);
    }

    /** Invariant 4. */
    @Test
    void lockedScoresCannotBeChangedByAnyProgram() {
        district.released(programme);
        var school = district.schools.getFirst();
        var sheet = UUID.fromString("" + site(school).get("id"));
        district.judges(school, sheet.toString(), 0.9);

        for (var deed :
                List.of(
                        "update score_points set points = 0 where sheet_id = ?",
                        "delete from score_points where sheet_id = ?",
                        "update score_comments set comment = '' where sheet_id = ?",
                        "update score_sheets set comment = '' where id = ?",
                        "delete from score_sheets where id = ?"))
            assertThatThrownBy(() -> everything(() -> jdbc.sql(deed).param(sheet).update()))
                    .hasStackTraceContaining("locked");
        district.refused(
                district.json(
                        school.peer(),
                        put("/api/score-sheets/" + sheet),
                        "{\"version\":3,\"comment\":\"\",\"items\":[]}"),
                409,
                "not-possible-now");
    }

    @Test
    void everyAnswerKeepsTheWordsOfItsRubric() {
        district.released(programme);
        var school = district.schools.getFirst();
        var sheet = UUID.fromString("" + site(school).get("id"));
        district.fills(school, sheet.toString(), 0.9);

        List<String> copies =
                everything(() ->
                        jdbc.sql(
                                        """
                                        select r.content from score_comments c join rubric_copies r on r.hash = c.rubric_hash
                                        where c.sheet_id = ? order by 1
                                        """)
                                .param(sheet)
                                .query(String.class)
                                .list());

        assertThat(copies)
                .hasSize(2)
                .allMatch(it -> it.contains("SITE_VISIT") && it.contains("  0 = "));
    }

    private <T> T everything(java.util.function.Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(status -> deed.get()));
    }

    private Map<String, Object> site(District.School school) {
        return district.sheets(school, programme).stream()
                .filter(it -> it.get("kind").equals("SITE"))
                .findFirst()
                .orElseThrow();
    }

    private void declare(District.School school, UUID other) {
        district.answer(declaration(school.peer(), school, other), 200);
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder declaration(
            Person by, District.School school, UUID other) {
        return district.json(
                by,
                post("/api/conflicts"),
                "{\"id\":\"%s\",\"programmeId\":\"%s\",\"schoolId\":\"%s\",\"otherSchoolId\":\"%s\",\"kind\":\"KIN\",\"note\":\"亲属在该校\"}"
                        .formatted(UUID.randomUUID(), programme, school.id(), other));
    }

    private String sheet(UUID round) {
        return district.answer(
                as(district.discipline, get("/api/mutual-reviews/" + round + "/draw-sheet")), 200);
    }

    private String list(UUID round) {
        var sheet = sheet(round);
        assertThat(
                        DrawVerifier.faults(
                                JsonPath.read(sheet, "$.sheet"),
                                JsonPath.read(sheet, "$.commitment")))
                .isEmpty();
        return JsonPath.read(sheet, "$.list");
    }

    private static String conflict(UUID one, UUID other) {
        var first = one.toString().compareTo(other.toString()) < 0;
        return "conflict %s %s".formatted(first ? one : other, first ? other : one);
    }

    /** How often people were to be told of this. */
    private long told(String template) {
        return count("select count(*) from reminders where template = ?", template);
    }

    private long count(String sql, Object... parameters) {
        return everything(() -> jdbc.sql(sql).params(parameters).query(Long.class).single());
    }
}

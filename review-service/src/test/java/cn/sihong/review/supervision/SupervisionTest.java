package cn.sihong.review.supervision;

import static cn.sihong.platform.keycloak.Role.INFO_OFFICER;
import static cn.sihong.platform.keycloak.Role.PARTY_OFFICE;
import static cn.sihong.platform.keycloak.Role.SCHOOL_SECRETARY;
import static cn.sihong.platform.keycloak.Role.STREET_REVIEWER;
import static cn.sihong.review.Scene.TODAY;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.reach.Reach;
import cn.sihong.platform.test.Events;
import cn.sihong.platform.test.Person;
import cn.sihong.platform.test.SihongTest;
import cn.sihong.review.Scene;
import cn.sihong.review.supervision.Light.Colour;

import com.jayway.jsonpath.JsonPath;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What people can and cannot do with a supervision visit, and what each sees of it. */
@SihongTest
class SupervisionTest {

    @Autowired MockMvc mvc;
    @Autowired Events events;
    @Autowired JdbcClient jdbc;
    @Autowired CalendarDays calendar;
    @Autowired Visits visits;
    @Autowired GuidanceClock guidanceClock;
    @Autowired TransactionTemplate transaction;

    private Scene scene;
    private UUID school;
    private Person secretary;

    @BeforeEach
    void aSchoolAndAListItem() throws Exception {
        scene = new Scene(mvc, events);
        school = scene.school();
        secretary = scene.of(school, SCHOOL_SECRETARY);
    }

    @AfterEach
    void theSchoolsLeave() {
        scene.leaves(jdbc);
    }

    @Test
    void aVisitIsAnnouncedHeldAndReported() throws Exception {
        scene.told();
        var id = heldToday();
        var piece = UUID.randomUUID();
        assertThat(hasTask(scene.office, id)).isTrue();
        assertThat(hasTask(secretary, id)).isFalse();
        var reported = reports(id, piece, "RED");
        assertThat(hasTask(scene.office, id)).isFalse();
        assertThat(hasTask(secretary, id)).isTrue();
        assertThat(JsonPath.<String>read(reported, "$.visit.state")).isEqualTo("REPORTED");
        assertThat(JsonPath.<String>read(reported, "$.guidance[0].replyBy"))
                .isEqualTo(calendar.workingDays().nthAfter(TODAY, 10).toString());
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(announced(id))
                                .containsExactly(
                                        "supervision.announced.v1",
                                        "supervision.held.v1",
                                        "supervision.reported.v1"));

        var path = "/api/supervision/guidance/" + piece + "/reply";
        scene.posts(secretary, path, "{\"text\":\"已按意见调整书架\"}");
        scene.refused(secretary, path, "{\"text\":\"再答复一次\"}", 409, "already-done");
        assertThat(
                        JsonPath.<String>read(
                                scene.reads(scene.office, visit(id)), "$.guidance[0].reply"))
                .isEqualTo("已按意见调整书架");
        assertThat(hasTask(secretary, id)).isFalse();
    }

    private boolean hasTask(Person of, UUID visit) throws Exception {
        return scene.reads(of, "/api/tasks/review").contains("/app/supervision/" + visit);
    }

    /** Invariant 22. */
    @Test
    void aVisitNeedsAnItemOfTheYearsListAndThirtyDaysNotice() throws Exception {
        scene.told();
        var soon = workingDayFrom(TODAY.plusDays(5));
        var far = workingDayFrom(TODAY.plusDays(35));
        scene.refused(
                scene.office,
                "/api/supervision/visits",
                announcement(UUID.randomUUID(), UUID.randomUUID(), far),
                422,
                "not-on-the-list");
        scene.refused(
                scene.office,
                "/api/supervision/visits",
                announcement(UUID.randomUUID(), item(soon.getYear()), soon),
                422,
                "not-announced-in-time");
        scene.refused(
                scene.office,
                "/api/supervision/visits",
                announcement(UUID.randomUUID(), item(far.getYear() + 1), far),
                422,
                "not-on-the-list");
        var id = UUID.randomUUID();
        var body = announcement(id, item(far.getYear()), far);
        var first = scene.posts(scene.office, "/api/supervision/visits", body);
        assertThat(scene.posts(scene.office, "/api/supervision/visits", body)).isEqualTo(first);
    }

    @Test
    void thePartyGroupMayChangeTheNoticeWithAReasonAndNobodyElse() throws Exception {
        scene.told();
        var path = "/api/supervision/rules/" + scene.programme;
        assertThat(JsonPath.<Integer>read(scene.reads(scene.office, path), "$.noticeDays"))
                .isEqualTo(30);
        scene.puts(scene.group, path, "{\"version\":0,\"noticeDays\":0,\"reason\":\"\"}", 422);
        scene.puts(scene.office, path, "{\"version\":0,\"noticeDays\":0,\"reason\":\"应急督查\"}", 403);
        heldToday();
        scene.puts(
                scene.group, path, "{\"version\":0,\"noticeDays\":30,\"reason\":\"恢复常规提前量\"}", 409);
    }

    @Test
    void aSchoolIsVisitedOnOneDayASeasonWhoeverComes() throws Exception {
        scene.told();
        var day = workingDayFrom(TODAY.plusDays(31));
        var other = workingDayFrom(day.plusDays(1));
        if (!season(day).equals(season(other))) {
            day = other;
            other = workingDayFrom(day.plusDays(1));
        }
        var id = UUID.randomUUID();
        scene.posts(
                scene.office,
                "/api/supervision/visits",
                announcement(id, item(day.getYear()), day));
        var refusal =
                scene.refused(
                        scene.office,
                        "/api/inspections",
                        acceptance(other),
                        409,
                        "visited-already");
        assertThat(JsonPath.<String>read(refusal, "$.detail")).contains("一个季度只入校一次");

        scene.posts(scene.office, "/api/inspections", acceptance(day));

        var seen =
                scene.reads(
                        secretary,
                        "/api/school-calendar?from=%s&to=%s".formatted(TODAY, day.plusDays(30)));
        assertThat(JsonPath.<List<String>>read(seen, "$[*].on")).containsExactly(day.toString());
        assertThat(JsonPath.<List<String>>read(seen, "$[0].visits[*].kind"))
                .containsExactlyInAnyOrder("SUPERVISION", "ACCEPTANCE");
        var elsewhere = Person.with(SCHOOL_SECRETARY);
        assertThat(
                        scene.reads(
                                elsewhere,
                                "/api/school-calendar?from=%s&to=%s"
                                        .formatted(TODAY, day.plusDays(30))))
                .isEqualTo("[]");
    }

    @Test
    void aVisitCalledOffFreesTheSeason() throws Exception {
        scene.told();
        var day = workingDayFrom(TODAY.plusDays(31));
        var id = UUID.randomUUID();
        scene.posts(
                scene.office,
                "/api/supervision/visits",
                announcement(id, item(day.getYear()), day));
        scene.posts(
                scene.office, visit(id) + "/call-off", "{\"version\":1,\"reason\":\"台风停课安排取消\"}");
        scene.refused(
                scene.office,
                visit(id) + "/call-off",
                "{\"version\":2,\"reason\":\"台风停课安排取消\"}",
                409,
                "already-done");
        scene.posts(scene.office, "/api/inspections", acceptance(workingDayFrom(day.plusDays(1))));
    }

    @Test
    void theLightIsSeenByTheSchoolAtOnceAndByTheBureauAfterSeventyTwoHours() throws Exception {
        var street = scene.of(scene.unit, STREET_REVIEWER);
        scene.told();
        var id = heldToday();
        var toTheVisitor = reports(id, UUID.randomUUID(), "RED");
        assertThat(toTheVisitor).doesNotContain("RED");
        for (var one : List.of(scene.office, scene.group, scene.discipline, street))
            assertThat(scene.reads(one, visit(id))).doesNotContain("RED");
        assertThat(JsonPath.<String>read(scene.reads(secretary, visit(id)), "$.light.colour"))
                .isEqualTo("RED");
        scene.posts(secretary, visit(id) + "/explain", "{\"text\":\"书屋正在搬迁\"}");

        var old = givenLongAgo();
        assertThat(JsonPath.<String>read(scene.reads(scene.office, visit(old)), "$.light.colour"))
                .isEqualTo("YELLOW");
        scene.refused(
                secretary, visit(old) + "/explain", "{\"text\":\"来晚了\"}", 409, "light-is-public");
    }

    @Test
    void theTableItselfKeepsALightPrivateForSeventyTwoHours() throws Exception {
        scene.told();
        var id = heldToday();
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() ->
                        everywhere(() ->
                                jdbc.sql(
                                                """
                                                insert into supervision_lights (visit_id, school_id, colour, why, given_at, opens_at)
                                                values (?, ?, 'RED', '早', now(), now() + interval '71 hours')
                                                """)
                                        .params(id, school)
                                        .update()));
    }

    @Test
    void onlyThoseWhoCameRecordAndOnlyTheSchoolReplies() throws Exception {
        var stranger = scene.of(scene.school(), SCHOOL_SECRETARY);
        var officer = scene.of(school, INFO_OFFICER);
        scene.told();
        var id = announcedForToday();
        scene.refused(
                Person.with(PARTY_OFFICE), visit(id) + "/hold", holding(1), 403, "not-a-visitor");
        scene.posts(scene.office, visit(id) + "/hold", holding(1));
        var piece = UUID.randomUUID();
        reports(id, piece, "GREEN");
        scene.cannotRead(stranger, visit(id), 403);
        scene.refused(
                stranger,
                "/api/supervision/guidance/" + piece + "/reply",
                "{\"text\":\"别人的答复\"}",
                403,
                "not-your-unit");
        scene.refused(
                stranger, visit(id) + "/explain", "{\"text\":\"别人的说明\"}", 403, "not-your-unit");
        scene.reads(officer, visit(id));
        assertThat(scene.reads(stranger, "/api/supervision/visits")).doesNotContain(id.toString());
        assertThat(scene.reads(officer, "/api/supervision/visits")).contains(id.toString());
    }

    @Test
    void theSchoolIsRemindedOfGuidanceOnceBeforeAndOnceAfterItsDay() throws Exception {
        scene.told();
        var id = heldToday();
        var piece = UUID.randomUUID();
        reports(id, piece, "GREEN");
        var replyBy = calendar.workingDays().nthAfter(TODAY, 10);
        remind(replyBy.minusDays(4));
        assertThat(remindersOf(piece)).isEmpty();
        remind(replyBy.minusDays(3));
        remind(replyBy);
        assertThat(remindersOf(piece)).containsExactly("review.guidance-due");
        remind(replyBy.plusDays(1));
        remind(replyBy.plusDays(9));
        assertThat(remindersOf(piece))
                .containsExactly("review.guidance-due", "review.guidance-overdue");
    }

    /** A visit with the notice switched off, so that it can be made today. */
    private UUID announcedForToday() throws Exception {
        scene.puts(
                scene.group,
                "/api/supervision/rules/" + scene.programme,
                "{\"version\":0,\"noticeDays\":0,\"reason\":\"应急督查，当日入校\"}",
                200);
        var id = UUID.randomUUID();
        declareWorkingDay();
        scene.posts(
                scene.office,
                "/api/supervision/visits",
                announcement(id, item(TODAY.getYear()), TODAY));
        return id;
    }

    private UUID heldToday() throws Exception {
        var id = announcedForToday();
        scene.posts(scene.office, visit(id) + "/hold", holding(1));
        return id;
    }

    private String reports(UUID visit, UUID piece, String colour) throws Exception {
        return scene.posts(
                scene.office,
                visit(visit) + "/report",
                """
                {"version":2,"strengths":"宣讲常态化","problems":"书屋图书未分类",
                 "guidance":[{"id":"%s","text":"请按三类图书分架","workingDays":10}],
                 "light":{"colour":"%s","why":"书屋需尽快整理"}}
                """
                        .formatted(piece, colour));
    }

    /** A visit reported four days ago, written as the service would have written it then. */
    private UUID givenLongAgo() {
        var id = UUID.randomUUID();
        var item = UUID.randomUUID();
        var then = Instant.now().minus(Duration.ofHours(96));
        return everywhere(() -> {
            jdbc.sql("insert into supervision_list_items values (?, 2026, ?, '督查', '〔2026〕1号')")
                    .params(item, item.toString())
                    .update();
            visits.add(
                    new Visit.Plan(
                            id,
                            scene.programme,
                            school,
                            scene.unit,
                            item,
                            TODAY.minusDays(4),
                            TODAY.minusDays(40),
                            Set.of(scene.office.subject())));
            visits.show(new Light(id, Colour.YELLOW, "活动偏少", then, null), school);
            return id;
        });
    }

    private String announcement(UUID id, UUID item, LocalDate on) {
        return """
        {"id":"%s","programmeId":"%s","schoolId":"%s","itemId":"%s","on":"%s","visitors":["%s"]}
        """
                .formatted(id, scene.programme, school, item, on, scene.office.subject());
    }

    private String acceptance(LocalDate on) {
        return """
        {"programmeId":"%s","visits":[{"id":"%s","schoolId":"%s","on":"%s","inspectors":["%s"]}]}
        """
                .formatted(scene.programme, UUID.randomUUID(), school, on, UUID.randomUUID());
    }

    private UUID item(int year) throws Exception {
        var id = UUID.randomUUID();
        scene.posts(
                scene.office,
                "/api/supervision/list-items",
                """
                {"id":"%s","year":%d,"number":"%s","title":"四红创建督查","document":"〔2026〕2号"}
                """
                        .formatted(id, year, id.toString().substring(0, 8)));
        return id;
    }

    private static String holding(long version) {
        return "{\"version\":%d,\"means\":[\"SITE\",\"FILES\"],\"met\":12,\"note\":\"看现场、查档案\"}"
                .formatted(version);
    }

    private static String visit(UUID id) {
        return "/api/supervision/visits/" + id;
    }

    /** The day on which the test runs may be a Sunday. */
    private void declareWorkingDay() {
        jdbc.sql(
                        """
                        insert into calendar_days (day, workday, name, version) values (?, true, '测试当日', 1)
                        on conflict (day) do update set workday = true
                        """)
                .param(TODAY)
                .update();
    }

    private LocalDate workingDayFrom(LocalDate day) {
        return calendar.workingDays().nthAfter(day.minusDays(1), 1);
    }

    private static String season(LocalDate day) {
        return day.getYear() + "Q" + (day.getMonthValue() + 2) / 3;
    }

    private List<String> announced(UUID visit) {
        return jdbc.sql(
                        """
                        select type from ledger_entries
                        where topic = 'supervision' and content::jsonb ->> 'visitId' = ? order by sequence
                        """)
                .param(visit.toString())
                .query(String.class)
                .list();
    }

    private List<String> remindersOf(UUID piece) {
        return jdbc.sql("select template from reminders where about = ? order by requested_at")
                .param(piece)
                .query(String.class)
                .list();
    }

    private void remind(LocalDate today) {
        everywhere(() -> {
            guidanceClock.remind(today);
            return 0;
        });
    }

    private <T> T everywhere(Supplier<T> deed) {
        return Reach.everything().during(() -> transaction.execute(_ -> deed.get()));
    }
}

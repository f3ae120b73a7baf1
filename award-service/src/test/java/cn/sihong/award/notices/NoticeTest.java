package cn.sihong.award.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.award.notices.Notice.Draft;
import cn.sihong.award.notices.Notice.Entry;
import cn.sihong.award.notices.Notice.Line;
import cn.sihong.award.notices.Notice.Period;
import cn.sihong.award.register.Mode;
import cn.sihong.platform.calendar.CalendarDays.Day;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.InvalidInput;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class NoticeTest {

    /** The State Council's arrangement of the Spring Festival of 2026. */
    private static final List<Day> SPRING_FESTIVAL =
            Stream.concat(
                            Stream.of(worked(2026, 2, 14), worked(2026, 2, 28)),
                            LocalDate.of(2026, 2, 15)
                                    .datesUntil(LocalDate.of(2026, 2, 24))
                                    .map(day -> new Day(day, false, "春节", 1)))
                    .toList();

    private static final WorkingDays DAYS =
            new WorkingDays(
                    SPRING_FESTIVAL.stream().collect(Collectors.toMap(Day::day, Day::workday)));

    private final UUID author = UUID.randomUUID();
    private final UUID approver = UUID.randomUUID();

    /** Invariant 11. */
    @Test
    void aNoticeAcrossTheSpringFestivalStandsUntilTheFifthWorkingDayAfterIt() {
        var open = draft(LocalDate.of(2026, 2, 12)).publish(approver, day(12), DAYS);
        // 13th, the worked Saturday 14th, then the 24th, 25th and 26th
        assertThat(open.period().lastDay(DAYS)).isEqualTo(day(26));
        assertThatThrownBy(() ->
                        open.close(
                                day(26).atTime(23, 59).atZone(WorkingDays.BEIJING).toInstant(),
                                DAYS))
                .isInstanceOf(StillOpen.class);
        assertThat(open.close(day(27).atStartOfDay(WorkingDays.BEIJING).toInstant(), DAYS).state())
                .isEqualTo("CLOSED");
    }

    @Test
    void theClockShowsWhichDaysDoNotCountAndWhichWeekendDayDoes() {
        var period = Period.from(day(12), DAYS);
        var clock = NoticeClock.of(period, day(25), DAYS, SPRING_FESTIVAL);
        assertThat(clock.passed()).isEqualTo(3);
        assertThat(clock.required()).isEqualTo(5);
        assertThat(clock.over()).isFalse();
        assertThat(clock.differing()).hasSize(10);
        assertThat(clock.differing().getFirst().workday()).isTrue();
        assertThat(NoticeClock.of(period, day(27), DAYS, SPRING_FESTIVAL).over()).isTrue();
        assertThat(NoticeClock.of(period, day(27), DAYS, SPRING_FESTIVAL).passed()).isEqualTo(5);
    }

    @Test
    void aCalendarCorrectedMeanwhileOnlyMovesTheLastDayBack() {
        var period = Period.from(LocalDate.of(2026, 3, 2), DAYS);
        assertThat(period.lastDay(DAYS)).isEqualTo(LocalDate.of(2026, 3, 9));
        var corrected = new WorkingDays(Map.of(LocalDate.of(2026, 3, 4), false));
        assertThat(period.lastDay(corrected)).isEqualTo(LocalDate.of(2026, 3, 10));
        var shorter = new WorkingDays(Map.of(LocalDate.of(2026, 3, 7), true));
        assertThat(period.lastDay(shorter)).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    void whoeverWroteItDoesNotPublishIt() {
        assertThatThrownBy(() -> draft(day(12)).publish(author, day(12), DAYS))
                .isInstanceOf(AuthorPublishes.class);
    }

    @Test
    void aNoticePublishedLateCountsFromTheDayItWasPublished() {
        var open = draft(day(12)).publish(approver, day(13), DAYS);
        assertThat(open.period().opensOn()).isEqualTo(day(13));
        assertThat(open.period().lastDay(DAYS)).isEqualTo(day(27));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "联系人身份证号码为11010519491231002X，请核对后发布本公示",
                "有疑问请拨打手机13912345678与经办同志联系",
                "本名单属机密，仅供内部研究使用，请勿转发",
                "秘密★一年，仅供内部研究使用",
                "家庭住址：春风路十二号院三单元"
            })
    void aTextWithSecretsOrPersonalDataIsNotForThePublic(String text) {
        assertThatThrownBy(() -> PublicFitness.require("公示", text, List.of(), Mode.APPROVED))
                .isInstanceOf(InvalidInput.class);
        var line =
                new Line(UUID.randomUUID(), "RED_BASE", "红色基地", "展厅", text, author, "小学", author);
        assertThatThrownBy(() -> PublicFitness.require("公示", "正文", List.of(line), Mode.APPROVED))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INTERNAL_ASSESSMENT", "EXCHANGE"})
    void whereNothingMayBeCommendedTheWordsOfCommendationAreRefused(String mode) {
        assertThatThrownBy(
                        () -> PublicFitness.require("拟表彰名单公示", "正文", List.of(), Mode.valueOf(mode)))
                .isInstanceOf(InvalidInput.class);
        PublicFitness.require("拟确定名单公示", "正文", List.of(), Mode.valueOf(mode));
        assertThat(Mode.valueOf(mode).forbiddenIn(NoticeTemplate.FIRST.body())).isEmpty();
    }

    @Test
    void aTemplateWithoutTheHashOrWithAnUnknownPlaceIsRefused() {
        NoticeTemplate.FIRST.requireUsable();
        assertThatThrownBy(() -> new NoticeTemplate(2, "不少于{工作日}个工作日，受理部门：{受理部门}").requireUsable())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        new NoticeTemplate(2, NoticeTemplate.FIRST.body() + "{手机号}")
                                .requireUsable())
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aSummaryIsCutBetweenCharactersAsPeopleCountThem() {
        var cut = PublicNotices.shortened("𠮷".repeat(150));
        assertThat(cut.codePointCount(0, cut.length())).isEqualTo(100);
        assertThat(cut).endsWith("…");
    }

    private Draft draft(LocalDate opensOn) {
        return new Draft(
                new Entry(
                        new Notice.Id(UUID.randomUUID()),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        false,
                        "公示",
                        "正文",
                        "a".repeat(64),
                        List.of(),
                        1),
                Period.from(opensOn, DAYS),
                author);
    }

    private static LocalDate day(int ofFebruary) {
        return LocalDate.of(2026, 2, ofFebruary);
    }

    private static Day worked(int year, int month, int day) {
        return new Day(LocalDate.of(year, month, day), true, "春节调休上班", 1);
    }
}

package cn.sihong.submission.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.calendar.WorkingDays;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

class KindHoursTest {

    private static final LocalDate SATURDAY_AT_WORK = LocalDate.of(2026, 10, 10);
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 1);
    private final KindHours hours =
            new KindHours(new WorkingDays(Map.of(SATURDAY_AT_WORK, true, HOLIDAY, false)));

    @Test
    void peopleAreWrittenToBetweenSevenAndNineOnWorkingDays() {
        assertThat(hours.include(at("2026-11-25T06:59:59"))).isFalse();
        assertThat(hours.include(at("2026-11-25T07:00:00"))).isTrue();
        assertThat(hours.include(at("2026-11-25T20:59:59"))).isTrue();
        assertThat(hours.include(at("2026-11-25T21:00:00"))).isFalse();
    }

    @Test
    void neverOnAWeekendOrHolidayUnlessItIsWorked() {
        assertThat(hours.include(at("2026-11-28T10:00:00"))).isFalse();
        assertThat(hours.include(at("2026-10-01T10:00:00"))).isFalse();
        assertThat(hours.include(at("2026-10-10T10:00:00"))).isTrue();
    }

    @Test
    void theDigestWaitsUntilEight() {
        assertThat(hours.includeDigest(at("2026-11-25T07:59:59"))).isFalse();
        assertThat(hours.includeDigest(at("2026-11-25T08:00:00"))).isTrue();
    }

    @Test
    void eachStretchBeforeADueDayIsToldOnceWhateverTheWeekendSwallows() {
        var due = LocalDate.of(2026, 11, 30); // a Monday
        var told =
                due.minusDays(9)
                        .datesUntil(due.plusDays(9))
                        .map(day -> Stretch.of(due, day).map(Enum::name).orElse("-"))
                        .toList();
        assertThat(told)
                .isEqualTo(
                        List.of(
                                "-",
                                "-",
                                "A_WEEK",
                                "A_WEEK",
                                "A_WEEK",
                                "A_WEEK",
                                "THREE_DAYS",
                                "THREE_DAYS",
                                "TOMORROW",
                                "TODAY",
                                "OVER",
                                "OVER",
                                "OVER",
                                "OVER",
                                "OVER",
                                "OVER",
                                "OVER",
                                "-"));
    }

    @Test
    void wordsTakeTheirValuesAndAPlaceWithoutOneStaysEmpty() {
        var template = new Template("x", "还有 {days} 天：{task}", "{task}（{gone}）", 1);
        assertThat(template.with(Map.of("days", "3", "task", "报 $1 {days}")))
                .isEqualTo(new Template.Words("还有 3 天：报 $1 {days}", "报 $1 {days}（）"));
        assertThat(new Template("x", "{a}", "", 1).with(Map.of()).title()).isEqualTo("平台提醒");
        assertThat(new Template("x", "{a}", "", 1).with(Map.of("a", "𠮷".repeat(300))).title())
                .isEqualTo("𠮷".repeat(200));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingDays.BEIJING).toInstant();
    }
}

package cn.sihong.submission.progress;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Stage;
import cn.sihong.submission.programmes.Window;
import cn.sihong.submission.progress.Activity.Teaching;
import cn.sihong.submission.progress.Sheet.Weeks;
import cn.sihong.submission.progress.Summary.WeekSeen;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class SummaryTest {

    /** From a Wednesday in July to the end of October. */
    private static final Window CREATION =
            new Window(Stage.CREATION, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 10, 31));

    private static final LocalDate TODAY = LocalDate.of(2026, 8, 5);
    private static final WorkingDays PLAIN = new WorkingDays(Map.of());

    @Test
    void somethingIsToHaveBegunByTheEndOfJuly() {
        assertThat(summary(List.of()).milestone()).isEqualTo(LocalDate.of(2026, 7, 31));
        assertThat(summary(List.of(on(31, null))).begun()).isTrue();
        assertThat(summary(List.of(activity(LocalDate.of(2026, 8, 1), null))).begun()).isFalse();
    }

    @Test
    void withoutActivitiesThereIsNoShareAndNoAdvice() {
        assertThat(summary(List.of()).linked()).isNull();
        assertThat(summary(List.of()).advice()).isNull();
    }

    @Test
    void adviceIsGivenWhereLessThanHalfBelongsToTeaching() {
        var lesson = new Teaching(Teaching.Kind.LESSON, "道德与法治");
        assertThat(summary(List.of(on(2, lesson), on(3, null))).advice()).isNull();
        var third = summary(List.of(on(2, lesson), on(3, null), on(4, null)));
        assertThat(third.linked()).isEqualTo(33);
        assertThat(third.advice()).contains("33%").doesNotContain("扣分", "必须");
    }

    @Test
    void howManyActivitiesThereAreIsSaidNowhere() {
        var one = summary(List.of(on(2, null)));
        var many = summary(IntStream.range(0, 50).mapToObj(n -> on(2, null)).toList());
        assertThat(many).isEqualTo(one);
    }

    @Test
    void aWeekWithoutATalkIsSimplyOne() {
        var weeks = weeks(new Weeks(null, List.of(week(LocalDate.of(2026, 7, 6), 2))), PLAIN);
        assertThat(weeks)
                .containsExactly(
                        new WeekSeen(LocalDate.of(2026, 6, 29), false, null),
                        new WeekSeen(LocalDate.of(2026, 7, 6), true, "长征"),
                        new WeekSeen(LocalDate.of(2026, 7, 13), false, null),
                        new WeekSeen(LocalDate.of(2026, 7, 20), false, null),
                        new WeekSeen(LocalDate.of(2026, 7, 27), false, null),
                        new WeekSeen(LocalDate.of(2026, 8, 3), false, null));
    }

    @Test
    void aWeekWithoutAWorkingDayIsNoGap() {
        var holiday =
                new WorkingDays(
                        IntStream.range(13, 18)
                                .boxed()
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                day -> LocalDate.of(2026, 7, day), day -> false)));
        assertThat(weeks(Weeks.EMPTY, holiday))
                .extracting(WeekSeen::monday)
                .doesNotContain(LocalDate.of(2026, 7, 13))
                .hasSize(5);
    }

    @Test
    void whoHasSpokenIsAShareOfThoseWhoMight() {
        var week = week(LocalDate.of(2026, 7, 6), 3);
        assertThat(coverage(new Weeks(12, List.of(week)))).isEqualTo(25);
        assertThat(coverage(new Weeks(null, List.of(week)))).isNull();
        assertThat(coverage(new Weeks(0, List.of()))).isNull();
        assertThat(coverage(new Weeks(2, List.of(week)))).isEqualTo(100);
    }

    private static Weeks.Week week(LocalDate monday, int newSpeakers) {
        return new Weeks.Week(monday, "长征", newSpeakers);
    }

    private static @Nullable Integer coverage(Weeks weeks) {
        return Summary.of(CREATION, List.of(), weeks, PLAIN, TODAY).coverage();
    }

    private static List<WeekSeen> weeks(Weeks weeks, WorkingDays calendar) {
        return Summary.of(CREATION, List.of(), weeks, calendar, TODAY).weeks();
    }

    private static Summary summary(List<Activity.Content> activities) {
        return Summary.of(CREATION, activities, Weeks.EMPTY, PLAIN, TODAY);
    }

    private static Activity.Content on(int ofJuly, @Nullable Teaching teaching) {
        return activity(LocalDate.of(2026, 7, ofJuly), teaching);
    }

    private static Activity.Content activity(LocalDate on, @Nullable Teaching teaching) {
        return new Activity.Content(
                Category.RED_CLASSROOM, ActivityType.CLASS_MEETING, on, "班会", null, "", teaching);
    }
}

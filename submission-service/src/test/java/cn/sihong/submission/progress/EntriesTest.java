package cn.sihong.submission.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.submission.programmes.Category;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class EntriesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void anActivityOfTodayWithAllOfTheSchoolIsTaken() {
        assertThatCode(() -> Entries.check(activity(TODAY, 20_000), TODAY))
                .doesNotThrowAnyException();
    }

    @Test
    void aDayBeforeAnyProgrammeIsATypingMistake() {
        refused(activity(LocalDate.of(1900, 1, 1), 30), "content.on", "活动日期不能早于 2018 年，请检查年份。");
    }

    @Test
    void whatHasNotHappenedYetIsAPlan() {
        refused(activity(TODAY.plusDays(1), 30), "content.on", "活动日期不能晚于今天；还没有开展的，开展后再填。");
    }

    @Test
    void morePeopleThanAnySchoolHasAreATypingMistake() {
        refused(activity(TODAY, 100_000), "content.participants", "请填写 0 到 20000 之间的整数。");
    }

    private static void refused(Activity.Content activity, String field, String sentence) {
        assertThatThrownBy(() -> Entries.check(activity, TODAY))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal ->
                                assertThat(refusal.errors())
                                        .isEqualTo(List.of(new FieldError(field, sentence))));
    }

    private static Activity.Content activity(LocalDate on, int participants) {
        return new Activity.Content(
                Category.RED_CLASSROOM,
                ActivityType.values()[0],
                on,
                "一张老照片",
                participants,
                "",
                null);
    }
}

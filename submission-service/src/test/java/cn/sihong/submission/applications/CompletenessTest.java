package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.A_WEEK;
import static cn.sihong.submission.applications.Samples.MONDAY;
import static cn.sihong.submission.applications.Samples.complete;
import static cn.sihong.submission.applications.Samples.empty;
import static cn.sihong.submission.applications.Samples.noticed;
import static cn.sihong.submission.applications.Samples.titled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.submission.applications.Content.SchoolNotice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class CompletenessTest {

    private static final WorkingDays PLAIN_WEEK = new WorkingDays(Map.of());

    @Test
    void aCompleteFormIsSubmitted() {
        assertThatNoException().isThrownBy(() -> on(MONDAY, PLAIN_WEEK).check(complete(), "同意申报。"));
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThat(faults(empty(), ""))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "content.title",
                        "content.summary",
                        "content.deeds",
                        "content.effect",
                        "content.teachingLink",
                        "content.mechanism",
                        "content.photos",
                        "content.schoolNotice.place",
                        "content.schoolNotice.from",
                        "secretaryOpinion");
    }

    @Test
    void aNoticeOfFourWorkingDaysIsTooShort() {
        var four = new SchoolNotice(A_WEEK.from().plusDays(1), A_WEEK.to(), "公示栏", false);
        assertThat(faults(noticed(four), "同意。"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("不少于 5 个工作日"));
    }

    @Test
    void aHolidayInsideTheNoticeDoesNotCount() {
        var holiday = new WorkingDays(Map.of(A_WEEK.from(), false));
        assertThat(faults(noticed(A_WEEK), "同意。", holiday)).hasSize(1);
    }

    @Test
    void aShiftedWorkdayInsideTheNoticeCounts() {
        var saturday = LocalDate.of(2026, 11, 21);
        var shifted = new WorkingDays(Map.of(A_WEEK.from(), false, saturday, true));
        var longer = new SchoolNotice(A_WEEK.from(), saturday, "公示栏", false);
        assertThatNoException().isThrownBy(() -> on(MONDAY, shifted).check(noticed(longer), "同意。"));
    }

    @Test
    void aNoticeThatStillStandsIsNotOver() {
        var running = new SchoolNotice(A_WEEK.from(), MONDAY, "公示栏", false);
        assertThat(faults(noticed(running), "同意。"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("尚未结束"));
    }

    @Test
    void aTitleOf25CharactersFitsHoweverRareTheyAre() {
        assertThatNoException().isThrownBy(() -> Form.check(titled("𠮷".repeat(25))));
        assertThatInvalid(titled("字".repeat(26)), "最多 25 个字，现有 26 个字，请精简。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"张\u0000三", "张\u202E三"})
    void aTextThatCouldReadAsAnotherIsRefused(String title) {
        assertThatInvalid(titled(title), "控制字符");
    }

    @ParameterizedTest
    @ValueSource(strings = {"联系13812345678", "证号11010519491231002X"})
    void personalNumbersAreRefused(String title) {
        assertThatInvalid(titled(title), "疑似含有");
    }

    @Test
    void aDraftMayBeEmpty() {
        assertThatNoException().isThrownBy(() -> Form.check(empty()));
    }

    private static void assertThatInvalid(Content content, String sentence) {
        var refused = catchThrowableOfType(InvalidInput.class, () -> Form.check(content));
        assertThat(refused.errors())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains(sentence));
    }

    private static List<FieldError> faults(Content content, String opinion) {
        return faults(content, opinion, PLAIN_WEEK);
    }

    private static List<FieldError> faults(Content content, String opinion, WorkingDays days) {
        return catchThrowableOfType(
                        InvalidInput.class, () -> on(MONDAY, days).check(content, opinion))
                .errors();
    }

    private static Completeness on(LocalDate today, WorkingDays days) {
        return new Completeness(days, today);
    }
}

package cn.sihong.submission.applications;

import static cn.sihong.submission.applications.Samples.FORM;
import static cn.sihong.submission.applications.Samples.MONDAY;
import static cn.sihong.submission.applications.Samples.complete;
import static cn.sihong.submission.applications.Samples.empty;
import static cn.sihong.submission.applications.Samples.noticed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.submission.applications.Completeness.Word;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

class CompletenessTest {

    private static final WorkingDays PLAIN_WEEK = new WorkingDays(Map.of());
    private static final LocalDate WEEK_BEFORE = MONDAY.minusDays(7);
    private static final LocalDate FRIDAY = MONDAY.minusDays(3);
    private static final Word SIGNED = new Word("同意申报。", true);

    @Test
    void aCompleteFormIsSubmitted() {
        assertThatNoException().isThrownBy(() -> on(PLAIN_WEEK).check(complete(), SIGNED));
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThat(faults(empty(), new Word("", false), PLAIN_WEEK))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "content.title",
                        "content.origin",
                        "content.summary",
                        "content.lecturers",
                        "content.audience",
                        "content.deeds",
                        "content.minutes",
                        "content.heldOn",
                        "content.media",
                        "content.items",
                        "content.selfScore",
                        "content.schoolNotice.from",
                        "content.schoolNotice.to",
                        "content.schoolNotice.place",
                        "content.schoolNotice.objections",
                        "content.consentReview",
                        "secretaryOpinion",
                        "undertaking");
    }

    @Test
    void theSecretarySignsTheUndertakingOrNothing() {
        assertThat(faults(complete(), new Word("同意。", false), PLAIN_WEEK))
                .extracting(FieldError::field)
                .containsExactly("undertaking");
        assertThat(faults(complete(), new Word("同".repeat(201), true), PLAIN_WEEK))
                .extracting(FieldError::field)
                .containsExactly("secretaryOpinion");
    }

    @Test
    void aNoticeOfFourWorkingDaysIsTooShort() {
        assertThat(faults(noticed(WEEK_BEFORE.plusDays(1), FRIDAY), SIGNED, PLAIN_WEEK))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("不少于 5 个工作日"));
    }

    @Test
    void aHolidayInsideTheNoticeDoesNotCount() {
        var holiday = new WorkingDays(Map.of(WEEK_BEFORE, false));
        assertThat(faults(noticed(WEEK_BEFORE, FRIDAY), SIGNED, holiday)).hasSize(1);
    }

    @Test
    void aShiftedWorkdayInsideTheNoticeCounts() {
        var saturday = FRIDAY.plusDays(1);
        var shifted = new WorkingDays(Map.of(WEEK_BEFORE, false, saturday, true));
        assertThatNoException()
                .isThrownBy(() -> on(shifted).check(noticed(WEEK_BEFORE, saturday), SIGNED));
    }

    @Test
    void aNoticeThatStillStandsIsNotOver() {
        assertThat(faults(noticed(WEEK_BEFORE, MONDAY), SIGNED, PLAIN_WEEK))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("尚未结束"));
    }

    private static List<FieldError> faults(Content content, Word word, WorkingDays days) {
        return catchThrowableOfType(InvalidInput.class, () -> on(days).check(content, word))
                .errors();
    }

    private static Completeness on(WorkingDays days) {
        return new Completeness(FORM, days, MONDAY);
    }
}

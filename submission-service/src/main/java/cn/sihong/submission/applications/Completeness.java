package cn.sihong.submission.applications;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a submission needs: the form's questions answered, a notice at the school that stood long
 * enough, and the secretary's word. A school is told everything that is missing in one go.
 *
 * @param today the day of the submission in Beijing
 */
record Completeness(Form form, WorkingDays calendar, LocalDate today) {

    /** A notice at the school stands at least so long (research.md §3.1, S4). */
    static final int NOTICE_WORKING_DAYS = 5;

    private static final int OPINION = 200;

    /**
     * What the secretary adds to the answers (R32).
     *
     * @param opinion of the school's Party organisation
     * @param undertaking whether the form's undertaking was given
     */
    record Word(String opinion, boolean undertaking) {}

    /** Refuses unless the answers and the secretary's word are complete. */
    void check(Content content, Word word) {
        var signed = Stream.of(theOpinionIsGiven(word), theUndertakingIsGiven(word));
        Form.refuse(
                Stream.concat(faults(content).stream(), signed.flatMap(Optional::stream)).toList());
    }

    /** What is still missing before the secretary can sign. */
    List<FieldError> faults(Content content) {
        var notice = Stream.of(theNoticeStoodLongEnough(content), theNoticeIsOver(content));
        return Stream.concat(form.faults(content, true), notice.flatMap(Optional::stream)).toList();
    }

    private Optional<FieldError> theNoticeStoodLongEnough(Content content) {
        var from = content.schoolNotice().from();
        var to = content.schoolNotice().to();
        return faultIf(
                from != null && to != null && calendar.count(from, to) < NOTICE_WORKING_DAYS,
                "content.schoolNotice.to",
                "校内公示不少于 %d 个工作日，请核对起止日期（节假日和调休按工作日历计算）。".formatted(NOTICE_WORKING_DAYS));
    }

    private Optional<FieldError> theNoticeIsOver(Content content) {
        var to = content.schoolNotice().to();
        return faultIf(
                to != null && !to.isBefore(today),
                "content.schoolNotice.to",
                "校内公示尚未结束，请在公示期满后的次日起提交。");
    }

    private static Optional<FieldError> theOpinionIsGiven(Word word) {
        return TextFaults.find(word.opinion(), 1, OPINION)
                .map(sentence -> new FieldError("secretaryOpinion", sentence));
    }

    private static Optional<FieldError> theUndertakingIsGiven(Word word) {
        return faultIf(!word.undertaking(), "undertaking", "请书记阅读并作出真实性承诺后再提交。");
    }

    private static Optional<FieldError> faultIf(boolean broken, String field, String sentence) {
        return broken ? Optional.of(new FieldError(field, sentence)) : Optional.empty();
    }
}

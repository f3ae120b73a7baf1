package cn.sihong.submission.applications;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a submission needs, rule by rule; a school is told everything that is missing in one go.
 *
 * @param today the day of the submission in Beijing
 */
record Completeness(WorkingDays calendar, LocalDate today) {

    /** A notice at the school stands at least so long (research.md §3.1, S4). */
    static final int NOTICE_WORKING_DAYS = 5;

    private static final int OPINION = 200;

    @FunctionalInterface
    private interface Rule {
        Optional<FieldError> fault(Content content);
    }

    /** Refuses unless the content and the secretary's opinion are complete. */
    void check(Content content, String opinion) {
        var texts = Stream.of(Form.values()).map(field -> field.fault(content, 1));
        var rules = rules().stream().map(rule -> rule.fault(content));
        var signed = Stream.of(opinionIsGiven(opinion));
        Form.refuse(
                Stream.of(texts, rules, signed)
                        .flatMap(faults -> faults)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private List<Rule> rules() {
        return List.of(
                Completeness::oneMomentIsShown,
                Completeness::theNoticeSaysWhere,
                Completeness::theNoticeSaysWhen,
                this::theNoticeStoodLongEnough,
                this::theNoticeIsOver);
    }

    private static Optional<FieldError> oneMomentIsShown(Content content) {
        return faultIf(content.photos().isEmpty(), "content.photos", "请至少上传 1 张照片作为佐证。");
    }

    private static Optional<FieldError> theNoticeSaysWhere(Content content) {
        return faultIf(
                content.schoolNotice().place().isBlank(),
                "content.schoolNotice.place",
                "请填写校内公示的地点或方式。");
    }

    private static Optional<FieldError> theNoticeSaysWhen(Content content) {
        var notice = content.schoolNotice();
        return faultIf(
                notice.from() == null || notice.to() == null,
                "content.schoolNotice.from",
                "请选择校内公示的起止日期。");
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

    private static Optional<FieldError> opinionIsGiven(String opinion) {
        return TextFaults.find(opinion, 1, OPINION)
                .map(sentence -> new FieldError("secretaryOpinion", sentence));
    }

    private static Optional<FieldError> faultIf(boolean broken, String field, String sentence) {
        return broken ? Optional.of(new FieldError(field, sentence)) : Optional.empty();
    }
}

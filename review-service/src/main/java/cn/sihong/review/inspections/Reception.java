package cn.sihong.review.inspections;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;
import cn.sihong.review.inspections.FieldRecord.Absent;
import cn.sihong.review.inspections.FieldRecord.Adjusted;
import cn.sihong.review.inspections.FieldRecord.Excepted;
import cn.sihong.review.inspections.FieldRecord.MethodUsed;
import cn.sihong.review.inspections.FieldRecord.Scored;
import cn.sihong.review.inspections.FieldRecord.ScoresLocked;
import cn.sihong.review.inspections.FieldRecord.SignedOff;
import cn.sihong.review.inspections.Inspection.Visit;
import cn.sihong.review.register.Window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a record can be taken. It looks at the record alone and never at other records, so that
 * the order in which records come decides nothing.
 *
 * @param window of the acceptance
 */
record Reception(Visit visit, Checklist checklist, Optional<Window> window, Instant now) {

    /** Clocks of devices are not exact. */
    private static final Duration AHEAD = Duration.ofMinutes(15);

    /**
     * Why a record is not taken.
     *
     * @param code stable
     * @param message for its author
     */
    record Fault(String code, String message) {}

    Optional<Fault> fault(FieldRecord record) {
        if (record.madeAt().isAfter(now.plus(AHEAD)))
            return fault("made-in-future", "记录时间晚于现在，请校准设备时间后重新同步。");
        var day = LocalDate.ofInstant(record.madeAt(), WorkingDays.BEIJING);
        if (window.filter(it -> it.isOpenOn(day)).isEmpty())
            return fault("outside-window", "记录时间不在方案规定的验收时间内，请联系党建办。");
        return switch (record.body()) {
            case MethodUsed used ->
                    text(used.note(), 1, 1000)
                            .or(() ->
                                    Count.fault(used.method(), used.count(), used.counts())
                                            .flatMap(Reception::invalid))
                            .or(() -> photos(used));
            case Scored scored -> points(scored);
            case Excepted(var about, var reason) ->
                    checklist.isItem(about)
                            ? text(reason, 5, 300)
                            : invalid("只有本校的申报项目可以说明未能现场评分的原因。");
            case Adjusted adjusted -> adjustment(adjusted);
            case Absent(var inspector, var reason) ->
                    visit.inspectors().contains(inspector) && !inspector.equals(record.author())
                            ? text(reason, 5, 300)
                            : invalid("缺席说明须由到场的验收组成员为同组成员填写。");
            case ScoresLocked lock ->
                    lock.sealed().isEmpty() ? invalid("还没有评分，不能锁定。") : Optional.empty();
            case SignedOff signed ->
                    text(signed.summary(), 1, 2000)
                            .or(() -> text(signed.schoolSignatory(), 2, 30))
                            .or(() ->
                                    signed.sealed().isEmpty()
                                            ? invalid("签字须包含验收记录，请重新签字。")
                                            : Optional.empty());
        };
    }

    private Optional<Fault> points(Scored scored) {
        var given = scored.points();
        var all = Map.of(scored.about(), Map.of(scored.criterion(), given == null ? 0 : given));
        return checklist.faults(all).stream()
                .findFirst()
                .map(FieldError::message)
                .flatMap(Reception::invalid);
    }

    private Optional<Fault> adjustment(Adjusted adjusted) {
        if (checklist.adjusting().rule(adjusted.rule()).isEmpty())
            return invalid("方案的加分、扣分规则中没有这一项，请刷新后重新选择。");
        if (adjusted.times() < 0 || adjusted.times() > Adjustment.MOST_TIMES)
            return invalid("加分、扣分的次数应在 0 到 %d 之间。".formatted(Adjustment.MOST_TIMES));
        return text(adjusted.reason(), 5, 300).or(() -> text(adjusted.evidence(), 2, 300));
    }

    private static Optional<Fault> photos(MethodUsed used) {
        return used.photos().size() > MethodUsed.MOST_PHOTOS
                ? invalid("每种方法最多 %d 张照片。".formatted(MethodUsed.MOST_PHOTOS))
                : Optional.empty();
    }

    private static Optional<Fault> text(String text, int min, int max) {
        return TextFaults.find(text, min, max).flatMap(Reception::invalid);
    }

    private static Optional<Fault> invalid(String message) {
        return fault("invalid-record", message);
    }

    private static Optional<Fault> fault(String code, String message) {
        return Optional.of(new Fault(code, message));
    }
}

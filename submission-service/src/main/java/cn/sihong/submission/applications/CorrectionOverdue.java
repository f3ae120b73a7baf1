package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The last day of the correction has passed. */
class CorrectionOverdue extends Refusal {
    private static final long serialVersionUID = 1;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    CorrectionOverdue(LocalDate until) {
        super(
                Kind.CONFLICT,
                "correction-overdue",
                "补正期限已于%s届满，不能再修改或提交；如有特殊情况请联系党建办。".formatted(until.format(DAY)));
    }
}

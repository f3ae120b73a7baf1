package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The time to improve what the unit sent back is over. */
class ReturnOverdue extends Refusal {
    private static final long serialVersionUID = 1;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    ReturnOverdue(LocalDate dueOn) {
        super(
                Kind.CONFLICT,
                "return-overdue",
                "退回修改的期限为%s，已经过期；申报期内可撤回本表后重新申报。".formatted(dueOn.format(DAY)));
    }
}

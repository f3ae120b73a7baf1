package cn.sihong.award.notices;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;

/** The last day of the notice is not over. */
class StillOpen extends Refusal {
    private static final long serialVersionUID = 1;

    StillOpen(LocalDate lastDay) {
        super(Kind.CONFLICT, "notice-still-open", "公示期到 %s 结束，期满后才能办结；请届时再来。".formatted(lastDay));
    }
}

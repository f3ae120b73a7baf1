package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** Two know, not three. */
class SeatsTaken extends Refusal {
    private static final long serialVersionUID = 1;

    SeatsTaken() {
        super(Kind.CONFLICT, "confidants-complete", "知情人员已满两名；请先解除其中一名再确认。");
    }
}

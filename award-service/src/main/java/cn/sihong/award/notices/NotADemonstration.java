package cn.sihong.award.notices;

import cn.sihong.platform.problem.Refusal;

/** The clock of a real programme is never shortened. */
class NotADemonstration extends Refusal {
    private static final long serialVersionUID = 1;

    NotADemonstration() {
        super(Kind.CONFLICT, "not-a-demonstration", "只有演示方案的公示期可以缩短；正式方案的公示不少于五个工作日。");
    }
}

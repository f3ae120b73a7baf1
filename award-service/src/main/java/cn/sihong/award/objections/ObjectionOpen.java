package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** Nothing is closed or commended while an objection is undecided. */
class ObjectionOpen extends Refusal {
    private static final long serialVersionUID = 1;

    ObjectionOpen(int open) {
        super(
                Kind.CONFLICT,
                "objection-open",
                "还有 %d 件异议或申诉没有办结，办结后才能继续；请先到“异议”办理。".formatted(open));
    }
}

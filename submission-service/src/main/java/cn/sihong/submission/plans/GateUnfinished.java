package cn.sihong.submission.plans;

import cn.sihong.platform.problem.Refusal;

/** Some of the unit's plans still wait at the gate, so the report would be torn. */
class GateUnfinished extends Refusal {
    private static final long serialVersionUID = 1;

    GateUnfinished(long waiting) {
        super(Kind.CONFLICT, "gate-unfinished", "还有 %d 份实施方案没有审核，请全部审核后再统一报送。".formatted(waiting));
    }
}

package cn.sihong.submission.plans;

import cn.sihong.platform.problem.Refusal;

/** The school has a plan for this programme already. */
class PlanExists extends Refusal {
    private static final long serialVersionUID = 1;

    PlanExists() {
        super(Kind.CONFLICT, "plan-exists", "本校在该方案下已有实施方案，请在原方案上修改。");
    }
}

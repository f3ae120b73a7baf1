package cn.sihong.submission.plans;

import cn.sihong.platform.problem.Refusal;

/** No plan of this id, or none that the caller may know of. */
class NoSuchPlan extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchPlan() {
        super(Kind.NOT_FOUND, "no-such-plan", "没有找到这份实施方案，或它不属于您所在的单位；请从列表重新打开。");
    }
}

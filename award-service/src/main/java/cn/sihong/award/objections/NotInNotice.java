package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** Nothing of this name is on a notice that still runs. */
class NotInNotice extends Refusal {
    private static final long serialVersionUID = 1;

    NotInNotice() {
        super(Kind.CONFLICT, "not-in-notice", "这一项不在公示期内，不能登记异议；公示期已过的，请直接向受理部门反映。");
    }
}

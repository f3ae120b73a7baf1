package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** What was voted down is not proposed. */
class Rejected extends Refusal {
    private static final long serialVersionUID = 1;

    Rejected() {
        super(Kind.CONFLICT, "rejected", "表决没有通过，这份名单不能拟定；请重新开启评选。");
    }
}

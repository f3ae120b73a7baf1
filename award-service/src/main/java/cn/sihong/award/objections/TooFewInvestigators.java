package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** An investigation is made by two at least, and told by one of them. */
class TooFewInvestigators extends Refusal {
    private static final long serialVersionUID = 1;

    TooFewInvestigators() {
        super(Kind.CONFLICT, "too-few-investigators", "核查须由两人以上进行，且由核查人员本人提交；请先登记核查人员。");
    }
}

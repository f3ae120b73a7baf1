package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.Refusal;

/** The programme has its round (R46, invariant 5). */
class OneRoundOnly extends Refusal {
    private static final long serialVersionUID = 1;

    OneRoundOnly() {
        super(Kind.CONFLICT, "one-round-only", "每个实施方案只组织一次互查互评，本方案已经建立过；请在原有的互查互评中继续办理。");
    }
}

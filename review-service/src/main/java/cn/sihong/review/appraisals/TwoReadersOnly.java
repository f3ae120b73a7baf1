package cn.sihong.review.appraisals;

import cn.sihong.platform.problem.Refusal;

/** Two people have read the papers; a third reading would decide which of them was right. */
class TwoReadersOnly extends Refusal {
    private static final long serialVersionUID = 1;

    TwoReadersOnly() {
        super(Kind.CONFLICT, "two-readers-only", "已有两人录入这次评议的纸质票；请由其中一人更正。");
    }
}

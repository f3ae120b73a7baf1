package cn.sihong.submission.programmes;

import cn.sihong.platform.problem.Refusal;

/** Judging has begun: what is counted, and for how much, stands (research.md §9, invariant 24). */
public class RulesFrozen extends Refusal {
    private static final long serialVersionUID = 1;

    RulesFrozen() {
        super(Kind.CONFLICT, "rules-frozen", "评议、互评或验收已经开始，权重、类别规则和名额不能再改；只能调整尚未结束的办理时间。");
    }
}

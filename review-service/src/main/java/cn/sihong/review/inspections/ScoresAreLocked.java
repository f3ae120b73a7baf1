package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;

/** Locked scores stay (invariant 4). */
class ScoresAreLocked extends Refusal {
    private static final long serialVersionUID = 1;

    ScoresAreLocked() {
        super(Kind.CONFLICT, "scores-locked", "您的评分已经锁定，不能再改；确有错误请联系党建办。");
    }
}

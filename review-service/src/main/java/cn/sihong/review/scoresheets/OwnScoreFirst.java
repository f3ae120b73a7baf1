package cn.sihong.review.scoresheets;

import cn.sihong.platform.problem.Refusal;

/** Others' scores are seen only after one's own is locked. */
class OwnScoreFirst extends Refusal {
    private static final long serialVersionUID = 1;

    OwnScoreFirst() {
        super(Kind.CONFLICT, "own-score-first", "请先锁定本校的评分，再查看其他互评员的评分情况。");
    }
}

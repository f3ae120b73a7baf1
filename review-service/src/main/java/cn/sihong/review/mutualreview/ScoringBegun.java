package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.Refusal;

/** Somebody has scored; what was drawn stands. */
class ScoringBegun extends Refusal {
    private static final long serialVersionUID = 1;

    ScoringBegun() {
        super(Kind.CONFLICT, "scoring-begun", "已有学校开始打分，本次抽签不能再撤销；个别学校退出请办理递补。");
    }
}

package cn.sihong.review.scoresheets;

import cn.sihong.platform.problem.Refusal;

/** There is no sheet with this id. */
class NoSuchScoreSheet extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchScoreSheet() {
        super(Kind.NOT_FOUND, "no-such-score-sheet", "没有这张评分表；请从评分表列表重新进入。");
    }
}

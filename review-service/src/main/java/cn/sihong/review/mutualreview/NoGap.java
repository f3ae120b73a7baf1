package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.Refusal;

/** The judges of this application agree well enough. */
class NoGap extends Refusal {
    private static final long serialVersionUID = 1;

    NoGap() {
        super(Kind.CONFLICT, "no-gap", "这项申报的评分相差不足 15 分，无需复评；请刷新分差清单。");
    }
}

package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** The scores of the mutual review are not final, or not all heard. */
class MutualReviewOpen extends Refusal {
    private static final long serialVersionUID = 1;

    MutualReviewOpen() {
        super(Kind.CONFLICT, "mutual-review-open", "互查互评还没有结束，或分数尚未全部送达；请在互评结束后再冻结。");
    }
}

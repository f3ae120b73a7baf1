package cn.sihong.review.ballots;

import cn.sihong.platform.problem.Refusal;

/** The box is not closed. */
class NotCountedYet extends Refusal {
    private static final long serialVersionUID = 1;

    NotCountedYet() {
        super(Kind.CONFLICT, "not-counted-yet", "这次评议尚未计票，回执名单将在计票后公布。");
    }
}

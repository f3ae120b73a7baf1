package cn.sihong.review.ballots;

import cn.sihong.platform.problem.Refusal;

/** A member of the electorate has had a token or a paper. */
class AlreadyCollected extends Refusal {
    private static final long serialVersionUID = 1;

    AlreadyCollected() {
        super(Kind.CONFLICT, "already-collected", "您已领取过这次评议的选票，每人只有一票。");
    }
}

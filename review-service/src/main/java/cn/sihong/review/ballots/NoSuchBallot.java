package cn.sihong.review.ballots;

import cn.sihong.platform.problem.Refusal;

/** No box of this id. */
class NoSuchBallot extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchBallot() {
        super(Kind.NOT_FOUND, "no-such-ballot", "没有找到这次评议，或评议尚未开始；请核对通知中的链接。");
    }
}

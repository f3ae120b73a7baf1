package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.Refusal;

/** There is no round with this id. */
class NoSuchRound extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchRound() {
        super(Kind.NOT_FOUND, "no-such-mutual-review", "没有这次互查互评；请从互查互评页面重新进入。");
    }
}

package cn.sihong.review.ballots;

import cn.sihong.platform.problem.Refusal;

/** Somebody who is not of the electorate. */
class NotOnTheRoll extends Refusal {
    private static final long serialVersionUID = 1;

    NotOnTheRoll() {
        super(Kind.FORBIDDEN, "not-on-the-roll", "您不在这次评议的参加人员名单中；如有疑问，请联系学校党组织。");
    }
}

package cn.sihong.review.ballots;

import cn.sihong.platform.problem.Refusal;

/** A token that the desk of this appraisal did not sign. */
class TokenNotGenuine extends Refusal {
    private static final long serialVersionUID = 1;

    TokenNotGenuine() {
        super(Kind.INVALID, "token-not-genuine", "选票凭证无效，请回到通知中的链接重新领取。");
    }
}

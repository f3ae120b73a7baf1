package cn.sihong.review.findings;

import cn.sihong.platform.problem.Refusal;

/** There is no such sample. */
class NoSuchFollowUp extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchFollowUp() {
        super(Kind.NOT_FOUND, "no-such-follow-up", "没有这次“回头看”抽查，请从列表重新进入。");
    }
}

package cn.sihong.review.findings;

import cn.sihong.platform.problem.Refusal;

/** There is no such finding. */
class NoSuchFinding extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchFinding() {
        super(Kind.NOT_FOUND, "no-such-finding", "没有这个问题，请从问题清单重新进入。");
    }
}

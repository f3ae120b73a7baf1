package cn.sihong.review.supervision;

import cn.sihong.platform.problem.Refusal;

/** There is no such supervision visit. */
class NoSuchVisit extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchVisit() {
        super(Kind.NOT_FOUND, "no-such-visit", "没有这次督查，请从督查列表重新进入。");
    }
}

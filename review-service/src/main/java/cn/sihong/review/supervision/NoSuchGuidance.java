package cn.sihong.review.supervision;

import cn.sihong.platform.problem.Refusal;

/** There is no such piece of guidance. */
class NoSuchGuidance extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchGuidance() {
        super(Kind.NOT_FOUND, "no-such-guidance", "没有这条指导意见，请从督查列表重新进入。");
    }
}

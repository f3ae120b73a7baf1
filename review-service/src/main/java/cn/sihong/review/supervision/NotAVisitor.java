package cn.sihong.review.supervision;

import cn.sihong.platform.problem.Refusal;

/** Only who came records what was seen. */
class NotAVisitor extends Refusal {
    private static final long serialVersionUID = 1;

    NotAVisitor() {
        super(Kind.FORBIDDEN, "not-a-visitor", "督查记录由参加督查的人员填写；您不在这次督查人员名单中。");
    }
}

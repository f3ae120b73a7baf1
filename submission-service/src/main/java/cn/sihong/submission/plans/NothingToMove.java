package cn.sihong.submission.plans;

import cn.sihong.platform.problem.Refusal;

/** There is no plan in the state that this move takes. */
class NothingToMove extends Refusal {
    private static final long serialVersionUID = 1;

    NothingToMove(String what) {
        super(Kind.CONFLICT, "nothing-to-move", "目前没有可以%s的实施方案，请刷新页面查看最新进展。".formatted(what));
    }
}

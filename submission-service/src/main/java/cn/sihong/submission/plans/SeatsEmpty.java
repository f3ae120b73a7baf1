package cn.sihong.submission.plans;

import cn.sihong.platform.problem.Refusal;

/** A school without a secretary or an info officer promises what nobody sees to (invariant 21). */
class SeatsEmpty extends Refusal {
    private static final long serialVersionUID = 1;

    SeatsEmpty() {
        super(Kind.CONFLICT, "seats-empty", "本校还没有党组织书记或信息员的账号；请先由书记指定信息员，再提交实施方案。");
    }
}

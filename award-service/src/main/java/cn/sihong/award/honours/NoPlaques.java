package cn.sihong.award.honours;

import cn.sihong.platform.problem.Refusal;

/** Where nothing may be named there are no plaques (research.md §6.1, invariant 23). */
class NoPlaques extends Refusal {
    private static final long serialVersionUID = 1;

    NoPlaques() {
        super(Kind.CONFLICT, "no-plaques-in-this-mode", "本方案的立项依据不允许制发牌匾，因此没有这份清单。");
    }
}

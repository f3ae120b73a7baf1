package cn.sihong.award.nominations;

import cn.sihong.platform.problem.Refusal;

/** A school puts forward one member and no more, so that nobody stands against a colleague. */
class NominatedAlready extends Refusal {
    private static final long serialVersionUID = 1;

    NominatedAlready() {
        super(Kind.CONFLICT, "nominated-already", "每校推荐一名党员，本校已有推荐。需要更换的，请先撤回原推荐。");
    }
}

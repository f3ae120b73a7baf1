package cn.sihong.award.deliberation;

import cn.sihong.platform.problem.Refusal;

/** Fewer than two thirds were present. */
class NoQuorum extends Refusal {
    private static final long serialVersionUID = 1;

    NoQuorum() {
        super(Kind.CONFLICT, "no-quorum", "到会人数不足应到会人数的三分之二，表决无效；请在达到法定人数后重新表决。");
    }
}

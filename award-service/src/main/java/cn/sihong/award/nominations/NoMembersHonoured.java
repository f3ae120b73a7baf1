package cn.sihong.award.nominations;

import cn.sihong.platform.problem.Refusal;

/** The programme declared no places for outstanding members. */
class NoMembersHonoured extends Refusal {
    private static final long serialVersionUID = 1;

    NoMembersHonoured() {
        super(Kind.CONFLICT, "no-members-honoured", "本方案没有设突出党员名额，无需推荐。");
    }
}

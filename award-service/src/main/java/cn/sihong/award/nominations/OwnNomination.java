package cn.sihong.award.nominations;

import cn.sihong.platform.problem.Refusal;

/** Whoever put a member forward does not answer for the parent unit too. */
class OwnNomination extends Refusal {
    private static final long serialVersionUID = 1;

    OwnNomination() {
        super(Kind.FORBIDDEN, "own-nomination", "推荐由您提出，请由主管单位的另一位同志审核。");
    }
}

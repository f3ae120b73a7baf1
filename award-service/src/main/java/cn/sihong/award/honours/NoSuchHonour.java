package cn.sihong.award.honours;

import cn.sihong.platform.problem.Refusal;

/** There is no honour of this id within the reader's reach. */
class NoSuchHonour extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchHonour() {
        super(Kind.NOT_FOUND, "no-such-honour", "没有这项荣誉，或它不属于您所在的单位。");
    }
}

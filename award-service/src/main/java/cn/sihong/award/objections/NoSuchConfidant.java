package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** Nobody of this name offered. */
class NoSuchConfidant extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchConfidant() {
        super(Kind.NOT_FOUND, "no-such-confidant", "没有这名知情人员；请纪检人员先登记，再由党组成员确认。");
    }
}

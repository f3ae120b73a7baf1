package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** There is no such objection, or not with this code, or not within the reader's reach. */
class NoSuchObjection extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchObjection() {
        super(Kind.NOT_FOUND, "no-such-objection", "没有这件异议，或受理编号与查询码不符；请核对后重试。");
    }
}

package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;

/** Somebody else signed. */
class SignerLocks extends Refusal {
    private static final long serialVersionUID = 1;

    SignerLocks() {
        super(Kind.FORBIDDEN, "signer-locks", "只有签字的验收组成员可以锁定结果；请由签字人办理。");
    }
}

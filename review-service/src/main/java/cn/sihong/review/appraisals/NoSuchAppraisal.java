package cn.sihong.review.appraisals;

import cn.sihong.platform.problem.Refusal;

/** No appraisal of this id, or none that the caller may know of. */
class NoSuchAppraisal extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchAppraisal() {
        super(Kind.NOT_FOUND, "no-such-appraisal", "没有找到这次评议，或它不属于您所在的单位；请从列表重新打开。");
    }
}

package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;

/** There is no inspection with this id. */
class NoSuchInspection extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchInspection() {
        super(Kind.NOT_FOUND, "no-such-inspection", "没有这次验收；请从验收列表重新进入。");
    }
}

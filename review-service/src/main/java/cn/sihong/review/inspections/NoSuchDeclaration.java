package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;

/** There is no such declaration. */
class NoSuchDeclaration extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchDeclaration() {
        super(Kind.NOT_FOUND, "no-such-declaration", "没有这条回避申报，请从列表重新进入。");
    }
}

package cn.sihong.award.notices;

import cn.sihong.platform.problem.Refusal;

/** The list is not any more what the draft gives notice of. */
class ListChanged extends Refusal {
    private static final long serialVersionUID = 1;

    ListChanged() {
        super(Kind.CONFLICT, "list-changed", "拟稿之后名单有变化；请重新保存公示稿，核对新的名单后再发布。");
    }
}

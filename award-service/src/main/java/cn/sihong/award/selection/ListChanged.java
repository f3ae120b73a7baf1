package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** The list is not the one that was looked through. */
class ListChanged extends Refusal {
    private static final long serialVersionUID = 1;

    ListChanged() {
        super(Kind.CONFLICT, "list-changed", "名单与您核对的不一致，决定没有发布；请重新打开名单，核对项数和内容后再发布。");
    }
}

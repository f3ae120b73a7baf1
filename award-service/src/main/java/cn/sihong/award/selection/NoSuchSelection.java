package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** There is no selection of this id. */
class NoSuchSelection extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchSelection() {
        super(Kind.NOT_FOUND, "no-such-selection", "没有这次评选，请返回列表重新选择。");
    }
}

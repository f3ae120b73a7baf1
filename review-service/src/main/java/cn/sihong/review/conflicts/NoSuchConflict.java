package cn.sihong.review.conflicts;

import cn.sihong.platform.problem.Refusal;

/** There is nothing to waive. */
class NoSuchConflict extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchConflict() {
        super(Kind.NOT_FOUND, "no-such-conflict", "这两所学校之间没有需要豁免的回避关系；请刷新回避清单后核对。");
    }
}

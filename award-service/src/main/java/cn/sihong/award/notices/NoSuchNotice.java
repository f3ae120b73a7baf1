package cn.sihong.award.notices;

import cn.sihong.platform.problem.Refusal;

/** There is no notice of this id, or not yet for the public. */
class NoSuchNotice extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchNotice() {
        super(Kind.NOT_FOUND, "no-such-notice", "没有这份公示，请返回公示列表重新选择。");
    }
}

package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** The object store does not answer. */
class StoreAway extends Refusal {
    private static final long serialVersionUID = 1;

    StoreAway() {
        super(Kind.UNAVAILABLE, "unavailable", "附件库暂时无法访问，请稍后重试；您填写的内容不受影响。");
    }
}

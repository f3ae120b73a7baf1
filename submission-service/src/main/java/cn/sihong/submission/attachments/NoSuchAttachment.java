package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** No attachment of this id, or none that the caller may know of. */
class NoSuchAttachment extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchAttachment() {
        super(Kind.NOT_FOUND, "no-such-attachment", "没有找到这个附件，或您无权查看。");
    }
}

package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** It was kept for as long as it is kept ({@code docs/security/retention.md}). */
class AttachmentEnded extends Refusal {
    private static final long serialVersionUID = 1;

    AttachmentEnded() {
        super(Kind.CONFLICT, "attachment-ended", "该附件已过保存期限并清除。");
    }
}

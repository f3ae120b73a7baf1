package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** The scanner found something; the bytes are gone. */
class Infected extends Refusal {
    private static final long serialVersionUID = 1;

    Infected() {
        super(Kind.CONFLICT, "infected-file", "文件未通过病毒检查，已删除；请在本机查杀病毒后重新上传。");
    }
}

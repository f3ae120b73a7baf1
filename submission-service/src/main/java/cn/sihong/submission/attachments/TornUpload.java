package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** What came is not what was announced. */
class TornUpload extends Refusal {
    private static final long serialVersionUID = 1;

    TornUpload() {
        super(Kind.INVALID, "torn-upload", "收到的内容与原文件不一致，没有保存；请重新选择文件上传。");
    }
}

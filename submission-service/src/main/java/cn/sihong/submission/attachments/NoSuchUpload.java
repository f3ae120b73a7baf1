package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** No upload of this id is under way, or none of the caller's school. */
class NoSuchUpload extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchUpload() {
        super(Kind.NOT_FOUND, "no-such-upload", "没有找到这次上传，可能已超过两天未继续；请重新选择文件上传。");
    }
}

package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** Only pictures have one. */
class NoThumbnail extends Refusal {
    private static final long serialVersionUID = 1;

    NoThumbnail() {
        super(Kind.NOT_FOUND, "no-thumbnail", "视频和文档没有缩略图，请下载后查看。");
    }
}

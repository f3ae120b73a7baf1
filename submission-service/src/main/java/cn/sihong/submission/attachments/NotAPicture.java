package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** The content is no JPEG and no PNG, or is torn, whatever its name says. */
class NotAPicture extends Refusal {
    private static final long serialVersionUID = 1;

    NotAPicture() {
        super(
                Kind.INVALID,
                "unsupported-file",
                "只能上传完整的 JPEG 或 PNG 图片；请检查文件是否损坏，或在手机、电脑上另存为 JPEG 后重新上传。");
    }
}

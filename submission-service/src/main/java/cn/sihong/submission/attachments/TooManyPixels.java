package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** The picture would unpack to more memory than anybody should have to give. */
class TooManyPixels extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyPixels(long most) {
        super(
                Kind.INVALID,
                "too-many-pixels",
                "图片像素过大（最多 %d 万像素），请缩小尺寸后重新上传。".formatted(most / 10_000));
    }
}

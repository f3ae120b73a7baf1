package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** More bytes than a picture may have. */
class FileTooLarge extends Refusal {
    private static final long serialVersionUID = 1;

    FileTooLarge(long most) {
        super(
                Kind.TOO_LARGE,
                "too-large",
                "图片不能超过 %d MB，请压缩后重新上传。".formatted(most / (1024 * 1024)));
    }
}

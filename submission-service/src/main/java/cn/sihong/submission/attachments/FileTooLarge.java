package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** More bytes than a file of its kind may have. */
class FileTooLarge extends Refusal {
    private static final long serialVersionUID = 1;

    FileTooLarge(cn.sihong.submission.attachments.Kind kind) {
        super(
                Kind.TOO_LARGE,
                "too-large",
                "%s不能超过 %d MB，请压缩后重新上传。".formatted(kind.chinese(), kind.megabytes()));
    }
}

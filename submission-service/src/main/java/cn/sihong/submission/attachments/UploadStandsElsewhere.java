package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** The sender would go on at another place than where we are. */
class UploadStandsElsewhere extends Refusal {
    private static final long serialVersionUID = 1;

    UploadStandsElsewhere(long received) {
        super(Kind.CONFLICT, "upload-stands-elsewhere", "已收到 %d 字节，请从该处继续上传。".formatted(received));
    }
}

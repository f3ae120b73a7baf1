package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** The content is none of the kinds that are taken, or is torn, whatever its name says. */
class UnsupportedFile extends Refusal {
    private static final long serialVersionUID = 1;

    UnsupportedFile() {
        super(
                Kind.INVALID,
                "unsupported-file",
                "只能上传完整的 JPEG、PNG 图片，MP4、MOV 视频，或 PDF、Word（docx）、Excel（xlsx）、PowerPoint（pptx）文档；请检查文件是否损坏，或另存为上述格式后重新上传。");
    }
}

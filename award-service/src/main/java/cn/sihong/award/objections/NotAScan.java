package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** The body is neither a picture nor a PDF, or too large. */
class NotAScan extends Refusal {
    private static final long serialVersionUID = 1;

    static final int MOST_BYTES = 5 * 1024 * 1024;

    NotAScan() {
        super(Kind.INVALID, "not-a-scan", "请上传 5 MB 以内的扫描件（JPG、PNG 或 PDF）。");
    }
}

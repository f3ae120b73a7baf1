package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** Nobody opens a file before the scanner has. */
class InQuarantine extends Refusal {
    private static final long serialVersionUID = 1;

    InQuarantine() {
        super(Kind.CONFLICT, "in-quarantine", "文件正在等待病毒检查，检查通过后即可查看；不影响继续填写。");
    }
}

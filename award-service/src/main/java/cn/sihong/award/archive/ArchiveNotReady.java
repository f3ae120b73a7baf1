package cn.sihong.award.archive;

import cn.sihong.platform.problem.Refusal;

/** The package is being made. */
class ArchiveNotReady extends Refusal {
    private static final long serialVersionUID = 1;

    ArchiveNotReady() {
        super(Kind.CONFLICT, "archive-not-ready", "归档包还在制作，请稍后下载。");
    }
}

package cn.sihong.review.findings;

import cn.sihong.platform.problem.Refusal;

/** Only who found it says whether it was put right. */
class NotTheFinder extends Refusal {
    private static final long serialVersionUID = 1;

    NotTheFinder() {
        super(Kind.FORBIDDEN, "not-the-finder", "整改情况由提出问题的人核实；提出人不能办理时，请党建办说明原因后移交他人。");
    }
}

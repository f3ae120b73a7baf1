package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal;

/** The school has put it right once, and the bureau decides now. */
class CorrectedOnce extends Refusal {
    private static final long serialVersionUID = 1;

    CorrectedOnce() {
        super(Kind.CONFLICT, "corrected-once", "这份申报已补正过 1 次，不能再要求补正；请作出受理或不予受理的决定。");
    }
}

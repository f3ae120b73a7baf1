package cn.sihong.review.scoresheets;

import cn.sihong.platform.problem.Refusal;

/** The scores of this application do not lie far apart. */
class NoReasonAsked extends Refusal {
    private static final long serialVersionUID = 1;

    NoReasonAsked() {
        super(Kind.CONFLICT, "no-reason-asked", "这项申报的评分没有明显分差，或不在本表之内，无需说明理由。");
    }
}

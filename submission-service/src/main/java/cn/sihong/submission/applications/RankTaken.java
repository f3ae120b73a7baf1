package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal;

/** Another application of the unit stands at this rank of the category. */
class RankTaken extends Refusal {
    private static final long serialVersionUID = 1;

    RankTaken() {
        super(Kind.CONFLICT, "rank-taken", "该类别中已有申报排在这个名次，请换一个名次。");
    }
}

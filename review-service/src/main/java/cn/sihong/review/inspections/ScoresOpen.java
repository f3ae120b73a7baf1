package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;

/** Somebody of the team has not locked their scores and is not said to be absent. */
class ScoresOpen extends Refusal {
    private static final long serialVersionUID = 1;

    ScoresOpen() {
        super(Kind.CONFLICT, "scores-open", "还有验收组成员没有锁定评分，请各自锁定后再签字；未到场的请说明原因。");
    }
}

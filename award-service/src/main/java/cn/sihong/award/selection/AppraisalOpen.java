package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** Ballots are still open: what members and the public say is not known yet. */
class AppraisalOpen extends Refusal {
    private static final long serialVersionUID = 1;

    AppraisalOpen(int ballots) {
        super(Kind.CONFLICT, "appraisal-open", "还有 %d 场群众评议没有计票；请在评议结束并计票后再冻结。".formatted(ballots));
    }
}

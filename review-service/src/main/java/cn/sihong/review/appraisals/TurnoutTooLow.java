package cn.sihong.review.appraisals;

import cn.sihong.platform.problem.Refusal;
import cn.sihong.review.appraisals.Appraisal.Electors;
import cn.sihong.review.appraisals.Appraisal.Turnout;

/** Too few took part; somebody has to say what follows. */
class TurnoutTooLow extends Refusal {
    private static final long serialVersionUID = 1;

    TurnoutTooLow(Electorate electorate, Electors electors, Turnout turnout) {
        super(
                Kind.CONFLICT,
                "turnout-too-low",
                "应参加 %d 人，收回 %d 票，未达到%s评议 %d%% 的参与率；请选择重新评议，或计票并注明仅供参考。"
                        .formatted(
                                electors.eligible(),
                                turnout.returned(),
                                electorate.chinese(),
                                electorate.leastTurnout()));
    }
}

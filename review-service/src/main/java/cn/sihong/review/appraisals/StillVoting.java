package cn.sihong.review.appraisals;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;

/** Voting is not over, and not everybody has voted. */
class StillVoting extends Refusal {
    private static final long serialVersionUID = 1;

    StillVoting(LocalDate closesOn) {
        super(Kind.CONFLICT, "still-voting", "投票到 %s 结束，请在次日起计票。".formatted(closesOn));
    }
}

package cn.sihong.review.ballots;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;

/** Not yet, or not any more. */
class BallotNotOpen extends Refusal {
    private static final long serialVersionUID = 1;

    BallotNotOpen(BallotPaper ballot) {
        this(ballot.opensOn(), ballot.closesOn());
    }

    BallotNotOpen(Desk desk) {
        this(desk.opensOn(), desk.closesOn());
    }

    private BallotNotOpen(LocalDate opensOn, LocalDate closesOn) {
        super(
                Kind.CONFLICT,
                "ballot-not-open",
                "这次评议的投票时间为 %s 至 %s，现在不能领票或投票。".formatted(opensOn, closesOn));
    }
}

package cn.sihong.review.ballots;

import cn.sihong.platform.problem.Refusal;

/** The token was used: its ballot is in the box. */
class AlreadyCast extends Refusal {
    private static final long serialVersionUID = 1;

    AlreadyCast() {
        super(Kind.CONFLICT, "already-cast", "这张选票已经投入票箱，不能再次投票；可在计票后凭回执查验。");
    }
}

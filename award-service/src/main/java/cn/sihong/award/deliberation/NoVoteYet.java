package cn.sihong.award.deliberation;

import cn.sihong.platform.problem.Refusal;

/** Nobody voted on the selection yet. */
class NoVoteYet extends Refusal {
    private static final long serialVersionUID = 1;

    NoVoteYet() {
        super(Kind.NOT_FOUND, "no-such-vote", "这次评选还没有登记表决。");
    }
}

package cn.sihong.review.findings;

import cn.sihong.platform.problem.Refusal;

/** Closing needs two people, and this is the first one again. */
class AnotherPersonCloses extends Refusal {
    private static final long serialVersionUID = 1;

    AnotherPersonCloses() {
        super(Kind.CONFLICT, "another-person-closes", "销号须由两人办理，您已经签过一次；请另一位同志复核销号。");
    }
}

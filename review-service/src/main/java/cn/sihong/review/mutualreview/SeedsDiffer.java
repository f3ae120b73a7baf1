package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.Refusal;

/** The two did not read the same. */
class SeedsDiffer extends Refusal {
    private static final long serialVersionUID = 1;

    SeedsDiffer() {
        super(Kind.CONFLICT, "seeds-differ", "两名见证人录入的种子不一致；请两人分别核对公布的种子后重新录入。");
    }
}

package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.Refusal;

/** Who runs the draw does not witness it. */
class WitnessRunsTheDraw extends Refusal {
    private static final long serialVersionUID = 1;

    WitnessRunsTheDraw() {
        super(Kind.FORBIDDEN, "witness-runs-the-draw", "组织抽签的人员不能担任见证人；请由纪检或局党组成员录入种子。");
    }
}

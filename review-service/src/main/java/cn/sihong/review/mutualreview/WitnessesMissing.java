package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.Refusal;

/** The seed was not entered by two people yet. */
class WitnessesMissing extends Refusal {
    private static final long serialVersionUID = 1;

    WitnessesMissing(int missing) {
        super(
                Kind.CONFLICT,
                "witnesses-missing",
                "还差 %d 名见证人录入种子，不能抽签；请纪检或局党组成员各自登录录入。".formatted(missing));
    }
}

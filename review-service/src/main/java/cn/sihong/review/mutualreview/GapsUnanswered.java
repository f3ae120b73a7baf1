package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.Refusal;

/** Judges differ widely about an application, and nobody has said why or looked again. */
class GapsUnanswered extends Refusal {
    private static final long serialVersionUID = 1;

    GapsUnanswered(int applications) {
        super(
                Kind.CONFLICT,
                "gaps-unanswered",
                "有 %d 项申报的评分相差 15 分及以上，尚未说明理由也未安排复评，暂时不能结束；请在分差清单中逐项办理。".formatted(applications));
    }
}

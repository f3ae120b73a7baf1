package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** What is kept is not what was drawn, or the verifier finds fault with it. */
class DrawFaulty extends Refusal {
    private static final long serialVersionUID = 1;

    DrawFaulty(List<String> faults) {
        super(
                Kind.CONFLICT,
                "draw-faulty",
                "独立校验发现抽签单有 %d 处问题，不能通过查验；请撤销本次抽签后重新组织。".formatted(Math.max(1, faults.size())));
    }
}

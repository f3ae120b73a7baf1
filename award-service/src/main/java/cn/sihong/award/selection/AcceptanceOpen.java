package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** Selection comes after acceptance (R58): schools still wait for their result on site. */
class AcceptanceOpen extends Refusal {
    private static final long serialVersionUID = 1;

    AcceptanceOpen(int schools) {
        super(
                Kind.CONFLICT,
                "acceptance-open",
                "还有 %d 所学校的现场验收没有锁定结果，验收阶段也没有结束；请在验收完成后再冻结。".formatted(schools));
    }
}

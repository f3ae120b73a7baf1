package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** Something is not scored yet; missing is never zero. */
class FindingsIncomplete extends Refusal {
    private static final long serialVersionUID = 1;

    FindingsIncomplete(List<FieldError> missing) {
        super(
                Kind.INVALID,
                "findings-incomplete",
                "还有 %d 项没有打分，不能签字；没有打分不等于零分，请逐项补齐。".formatted(missing.size()),
                missing);
    }
}

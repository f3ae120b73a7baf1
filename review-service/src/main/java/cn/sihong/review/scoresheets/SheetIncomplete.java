package cn.sihong.review.scoresheets;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** Something is not scored yet; missing is never zero. */
class SheetIncomplete extends Refusal {
    private static final long serialVersionUID = 1;

    SheetIncomplete(List<FieldError> missing) {
        super(
                Kind.INVALID,
                "sheet-incomplete",
                "还有 %d 处没有填写，不能锁定；没有打分不等于零分，请逐项补齐后再锁定。".formatted(missing.size()),
                missing);
    }
}

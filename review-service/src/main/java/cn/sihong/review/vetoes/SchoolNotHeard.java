package cn.sihong.review.vetoes;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;

/** The school may still say something. */
class SchoolNotHeard extends Refusal {
    private static final long serialVersionUID = 1;

    SchoolNotHeard(LocalDate until) {
        super(
                Kind.CONFLICT,
                "school-not-heard",
                "学校在 %s 前可以陈述，尚未收到陈述；请在收到陈述或期限届满后再研究决定。".formatted(until));
    }
}

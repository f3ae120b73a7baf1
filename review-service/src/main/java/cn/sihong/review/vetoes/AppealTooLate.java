package cn.sihong.review.vetoes;

import cn.sihong.platform.problem.Refusal;

import java.time.LocalDate;

/** The days for an appeal are over. */
class AppealTooLate extends Refusal {
    private static final long serialVersionUID = 1;

    AppealTooLate(LocalDate until) {
        super(Kind.CONFLICT, "appeal-too-late", "申诉期限已于 %s 届满；如有新的证据，请向党建办反映。".formatted(until));
    }
}

package cn.sihong.review.vetoes;

import cn.sihong.platform.problem.Refusal;

/** Whoever proposed does not decide, and whoever decided does not review. */
class AnotherPersonDecides extends Refusal {
    private static final long serialVersionUID = 1;

    AnotherPersonDecides() {
        super(Kind.FORBIDDEN, "another-person-decides", "提出人不参与决定，原决定的经办人不参与复核，请由党组其他成员办理。");
    }
}

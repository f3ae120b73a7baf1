package cn.sihong.review.scoresheets;

import cn.sihong.platform.problem.Refusal;

/** Somebody would judge a text of a school they answer for; whose it is stays untold. */
class BlindRecusal extends Refusal {
    private static final long serialVersionUID = 1;

    BlindRecusal() {
        super(Kind.CONFLICT, "recusal", "按回避规定，您不能评阅这份材料；请换本校其他互评员办理。");
    }
}

package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.Refusal;

/** The school has used up its space. */
class QuotaExhausted extends Refusal {
    private static final long serialVersionUID = 1;

    QuotaExhausted(long most) {
        super(
                Kind.CONFLICT,
                "quota-exhausted",
                "本校附件空间（%d MB）已用完，请先精简材料。".formatted(most / (1024 * 1024)));
    }
}

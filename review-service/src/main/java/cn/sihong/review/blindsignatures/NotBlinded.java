package cn.sihong.review.blindsignatures;

import cn.sihong.platform.problem.Refusal;

/** What was sent to be signed is no blinded message for this key. */
public class NotBlinded extends Refusal {
    private static final long serialVersionUID = 1;

    NotBlinded() {
        super(Kind.INVALID, "not-blinded", "选票凭证申请的格式不正确，请刷新页面后重新领取。");
    }
}

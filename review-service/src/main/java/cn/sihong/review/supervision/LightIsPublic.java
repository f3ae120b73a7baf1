package cn.sihong.review.supervision;

import cn.sihong.platform.problem.Refusal;

/** The 72 hours of the school are over. */
class LightIsPublic extends Refusal {
    private static final long serialVersionUID = 1;

    LightIsPublic() {
        super(Kind.CONFLICT, "light-is-public", "72 小时已过，不能再补充说明；请在整改答复中说明。");
    }
}

package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal;

/** The unit has sent it back as often as it may, and decides now. */
class ReturnedOftenEnough extends Refusal {
    private static final long serialVersionUID = 1;

    ReturnedOftenEnough() {
        super(Kind.CONFLICT, "returned-often-enough", "这份申报已退回 2 次，不能再退回；请作出推荐或不推荐的决定。");
    }
}

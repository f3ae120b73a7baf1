package cn.sihong.review.supervision;

import cn.sihong.platform.problem.Refusal;

/** The school would be told too late (invariant 22). */
class NotAnnouncedInTime extends Refusal {
    private static final long serialVersionUID = 1;

    NotAnnouncedInTime(int required, long notice) {
        super(
                Kind.INVALID,
                "not-announced-in-time",
                "督查须提前 %d 天告知学校，目前只提前 %d 天；请改晚入校日期。".formatted(required, notice));
    }
}

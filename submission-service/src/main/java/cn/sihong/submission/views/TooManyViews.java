package cn.sihong.submission.views;

import cn.sihong.platform.problem.Refusal;

/** So many that nobody would find one again. */
class TooManyViews extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyViews(int most) {
        super(Kind.CONFLICT, "too-many-views", "您已保存 %d 个视图，请先删除不用的，再保存新的。".formatted(most));
    }
}

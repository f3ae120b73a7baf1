package cn.sihong.submission.progress;

import cn.sihong.platform.problem.Refusal;

/** There is no such activity, or not for this person. */
class NoSuchActivity extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchActivity() {
        super(Kind.NOT_FOUND, "no-such-activity", "没有这条活动记录，可能已被删去；请刷新页面。");
    }
}

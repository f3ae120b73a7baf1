package cn.sihong.submission.views;

import cn.sihong.platform.problem.Refusal;

/** The id is another person's view. */
class NoSuchView extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchView() {
        super(Kind.NOT_FOUND, "no-such-view", "没有找到这个视图；请刷新页面后重试。");
    }
}

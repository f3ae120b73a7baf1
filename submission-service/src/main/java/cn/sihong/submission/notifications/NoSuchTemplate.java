package cn.sihong.submission.notifications;

import cn.sihong.platform.problem.Refusal;

/** No template has this code. */
class NoSuchTemplate extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchTemplate() {
        super(Kind.NOT_FOUND, "no-such-template", "没有这个提醒模板；请从模板列表重新选择。");
    }
}

package cn.sihong.submission.notifications;

import cn.sihong.platform.problem.Refusal;

/** No notification of this id, or none for the caller. */
class NoSuchNotification extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchNotification() {
        super(Kind.NOT_FOUND, "no-such-notification", "没有找到这条提醒；请从提醒列表重新打开。");
    }
}

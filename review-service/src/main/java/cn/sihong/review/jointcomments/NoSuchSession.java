package cn.sihong.review.jointcomments;

import cn.sihong.platform.problem.Refusal;

/** There is no session with this id. */
class NoSuchSession extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchSession() {
        super(Kind.NOT_FOUND, "no-such-comment-session", "没有这次集中点评会；请从集中点评页面重新进入。");
    }
}

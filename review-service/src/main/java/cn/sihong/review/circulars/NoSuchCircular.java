package cn.sihong.review.circulars;

import cn.sihong.platform.problem.Refusal;

/** There is no such circular, or it is not issued yet. */
class NoSuchCircular extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchCircular() {
        super(Kind.NOT_FOUND, "no-such-circular", "没有这份通报，请从通报列表重新进入。");
    }
}

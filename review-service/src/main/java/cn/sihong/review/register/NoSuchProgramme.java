package cn.sihong.review.register;

import cn.sihong.platform.problem.Refusal;

/** No programme with this id has been published. */
public class NoSuchProgramme extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchProgramme() {
        super(Kind.NOT_FOUND, "no-such-programme", "没有这个实施方案，或者尚未印发；请从方案列表重新进入。");
    }
}

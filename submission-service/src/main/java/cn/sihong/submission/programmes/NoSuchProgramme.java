package cn.sihong.submission.programmes;

import cn.sihong.platform.problem.Refusal;

/** There is no programme with this id, or it is a draft of the party office. */
public class NoSuchProgramme extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchProgramme() {
        super(Kind.NOT_FOUND, "no-such-programme", "没有这个实施方案；请从方案列表重新进入。");
    }
}

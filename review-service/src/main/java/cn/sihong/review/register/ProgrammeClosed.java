package cn.sihong.review.register;

import cn.sihong.platform.problem.Refusal;

/** The programme is over. */
public class ProgrammeClosed extends Refusal {
    private static final long serialVersionUID = 1;

    ProgrammeClosed() {
        super(Kind.CONFLICT, "programme-closed", "该实施方案已经结束，不能再办理；如有疑问请联系党建办。");
    }
}

package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** Whoever investigated does not decide. */
class InvestigatorDecides extends Refusal {
    private static final long serialVersionUID = 1;

    InvestigatorDecides() {
        super(Kind.FORBIDDEN, "investigator-decides", "您参与了这件异议的核查，不能再作决定；请由其他党组成员办理。");
    }
}

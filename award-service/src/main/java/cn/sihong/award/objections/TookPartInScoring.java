package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** Whoever scored or screened does not investigate. */
class TookPartInScoring extends Refusal {
    private static final long serialVersionUID = 1;

    TookPartInScoring() {
        super(Kind.FORBIDDEN, "took-part-in-scoring", "您参与过本项目的申报、审核或评分，不能承担异议核查；请由未参与评分的人员核查。");
    }
}

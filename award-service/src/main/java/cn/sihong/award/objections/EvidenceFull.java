package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** As many pieces as an objection may have are there. */
class EvidenceFull extends Refusal {
    private static final long serialVersionUID = 1;

    static final int MOST = 5;

    EvidenceFull() {
        super(Kind.CONFLICT, "evidence-full", "证据材料最多 %d 份，已经满了；更多材料请在核查人员联系您时提供。".formatted(MOST));
    }
}

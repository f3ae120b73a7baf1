package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** The Party group has not decided whether somebody is ruled out (一票否决). */
class VetoOpen extends Refusal {
    private static final long serialVersionUID = 1;

    VetoOpen(int undecided) {
        super(
                Kind.CONFLICT,
                "veto-open",
                "还有 %d 项一票否决提请或申诉没有研究决定；请在党组研究后再冻结。".formatted(undecided));
    }
}

package cn.sihong.review.vetoes;

import cn.sihong.platform.problem.Refusal;

/** There is no such proposal, or it is out of reach. */
class NoSuchVeto extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchVeto() {
        super(Kind.NOT_FOUND, "no-such-veto", "没有这项一票否决事项，请从列表重新进入。");
    }
}

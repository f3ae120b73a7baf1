package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** There is no candidate at all. */
class NothingToRank extends Refusal {
    private static final long serialVersionUID = 1;

    NothingToRank() {
        super(Kind.CONFLICT, "nothing-to-rank", "还没有收到任何申报，无法排名；请先接收各单位的报送。");
    }
}

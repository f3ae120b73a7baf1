package cn.sihong.award.nominations;

import cn.sihong.platform.problem.Refusal;

/** There is no nomination of this id within the reader's reach. */
class NoSuchNomination extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchNomination() {
        super(Kind.NOT_FOUND, "no-such-nomination", "没有这项推荐，或它与您的单位无关。");
    }
}

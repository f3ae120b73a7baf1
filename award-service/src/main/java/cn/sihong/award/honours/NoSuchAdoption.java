package cn.sihong.award.honours;

import cn.sihong.platform.problem.Refusal;

/** There is no adoption of this id within the reader's reach. */
class NoSuchAdoption extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchAdoption() {
        super(Kind.NOT_FOUND, "no-such-adoption", "没有这项借鉴登记，或它与您的单位无关。");
    }
}

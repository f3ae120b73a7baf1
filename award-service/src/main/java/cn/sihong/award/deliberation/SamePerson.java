package cn.sihong.award.deliberation;

import cn.sihong.platform.problem.Refusal;

/** Who computed the ranking does not record the vote on it. */
class SamePerson extends Refusal {
    private static final long serialVersionUID = 1;

    SamePerson() {
        super(Kind.FORBIDDEN, "same-person", "冻结排名的人不能登记表决结果，请由另一位党组成员登记。");
    }
}

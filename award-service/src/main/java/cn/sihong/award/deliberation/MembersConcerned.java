package cn.sihong.award.deliberation;

import cn.sihong.platform.problem.Refusal;

/** Members with a seat at a school or unit that stands for selection took part. */
class MembersConcerned extends Refusal {
    private static final long serialVersionUID = 1;

    MembersConcerned(int members) {
        super(
                Kind.CONFLICT,
                "members-concerned",
                "有 %d 位党组成员在参评学校或其主管单位任职，应当回避；请在表决记录中登记回避人员后再提交。".formatted(members));
    }
}

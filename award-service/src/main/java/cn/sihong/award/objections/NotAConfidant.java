package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** Only two named discipline officers see who objects. */
class NotAConfidant extends Refusal {
    private static final long serialVersionUID = 1;

    NotAConfidant() {
        super(Kind.FORBIDDEN, "not-a-confidant", "反映人的身份只有两名指定的纪检人员可以查看；您的查看请求没有执行。");
    }
}

package cn.sihong.award.honours;

import cn.sihong.platform.problem.Refusal;

/** There is no decision of this id, or nothing of it is printed yet. */
class NoSuchCommendation extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchCommendation() {
        super(Kind.NOT_FOUND, "no-such-commendation", "没有这份决定，或证书还没有开始打印；请返回荣誉列表重新选择。");
    }
}

package cn.sihong.award.register;

import cn.sihong.platform.problem.Refusal;

class NoSuchProgramme extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchProgramme() {
        super(Kind.NOT_FOUND, "no-such-programme", "没有这个方案，或方案尚未发布；刚发布的方案请稍等片刻再试。");
    }
}

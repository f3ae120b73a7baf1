package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** A unit's objection carries its seal. */
class SealMissing extends Refusal {
    private static final long serialVersionUID = 1;

    SealMissing() {
        super(Kind.CONFLICT, "seal-missing", "单位提出的异议须上传加盖公章的扫描件；补齐后才能受理。");
    }
}

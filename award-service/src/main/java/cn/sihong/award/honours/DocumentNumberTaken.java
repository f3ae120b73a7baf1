package cn.sihong.award.honours;

import cn.sihong.platform.problem.Refusal;

/** A document number is given once. */
class DocumentNumberTaken extends Refusal {
    private static final long serialVersionUID = 1;

    DocumentNumberTaken() {
        super(Kind.CONFLICT, "document-number-taken", "这个发文字号已经用过，请核对后重新填写。");
    }
}

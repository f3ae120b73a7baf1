package cn.sihong.review.ballots;

import cn.sihong.platform.problem.Refusal;

/** A code that was not printed, or was used. */
class NoSuchCode extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchCode() {
        super(Kind.FORBIDDEN, "no-such-code", "编码不存在或已使用过，请核对后重新输入；每个编码只能领取一张选票。");
    }
}

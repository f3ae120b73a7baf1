package cn.sihong.review.ballots;

import cn.sihong.platform.problem.Refusal;

/** More codes or papers than there are people without an account. */
class TooManyCodes extends Refusal {
    private static final long serialVersionUID = 1;

    TooManyCodes(int left) {
        super(
                Kind.CONFLICT,
                "too-many-codes",
                "没有账号的参加人员还可以发出 %d 张编码票或纸质票，请核对数量。".formatted(Math.max(0, left)));
    }
}

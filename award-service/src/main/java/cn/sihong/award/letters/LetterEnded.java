package cn.sihong.award.letters;

import cn.sihong.platform.problem.Refusal;

/** It was kept for as long as it is kept ({@code docs/security/retention.md}). */
class LetterEnded extends Refusal {
    private static final long serialVersionUID = 1;

    LetterEnded() {
        super(Kind.CONFLICT, "letter-ended", "这封评选结果说明已过保存期限并清除。");
    }
}

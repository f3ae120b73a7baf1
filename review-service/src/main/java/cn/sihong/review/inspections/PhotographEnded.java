package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;

/** It was kept for as long as it is kept ({@code docs/security/retention.md}). */
class PhotographEnded extends Refusal {
    private static final long serialVersionUID = 1;

    PhotographEnded() {
        super(Kind.CONFLICT, "photograph-ended", "该照片已过保存期限并清除。");
    }
}

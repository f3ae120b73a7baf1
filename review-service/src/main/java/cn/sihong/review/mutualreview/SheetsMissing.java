package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.Refusal;
import cn.sihong.review.scoresheets.Progress;

/** Sheets are still open, and missing is never zero. */
class SheetsMissing extends Refusal {
    private static final long serialVersionUID = 1;

    SheetsMissing(Progress progress) {
        super(
                Kind.CONFLICT,
                "sheets-missing",
                "共 %d 张评分表，还有 %d 张没有锁定，暂时不能结束互查互评；请提醒互评员尽快完成。"
                        .formatted(progress.sheets(), progress.missing()));
    }
}

package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal;

/**
 * Some of the unit's applications are not screened yet: a batch is whole or not at all (R43, R45).
 */
class ScreeningUnfinished extends Refusal {
    private static final long serialVersionUID = 1;

    ScreeningUnfinished(long waiting) {
        super(
                Kind.CONFLICT,
                "screening-unfinished",
                "还有 %d 份申报没有审核，请全部审核后再统一报送。".formatted(waiting));
    }
}

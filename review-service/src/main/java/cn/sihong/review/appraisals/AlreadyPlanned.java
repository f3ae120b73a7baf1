package cn.sihong.review.appraisals;

import cn.sihong.platform.problem.Refusal;

/** The school has an appraisal by this electorate in the programme. */
class AlreadyPlanned extends Refusal {
    private static final long serialVersionUID = 1;

    AlreadyPlanned(Electorate electorate) {
        super(
                Kind.CONFLICT,
                "already-planned",
                "该校已安排%s评议，不能重复安排。".formatted(electorate.chinese()));
    }
}

package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;
import cn.sihong.review.register.Organisation;

/** Somebody would inspect a school they are tied to. */
class TiedToTheSchool extends Refusal {
    private static final long serialVersionUID = 1;

    TiedToTheSchool(Organisation school) {
        super(
                Kind.CONFLICT,
                "recusal",
                "按回避规定，三年内在“%s”或其审核单位任职、或已申报利害关系的人员不能参与对该校的验收；请换其他人员办理。".formatted(school.name()));
    }
}

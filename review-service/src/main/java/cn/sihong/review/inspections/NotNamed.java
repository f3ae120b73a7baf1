package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;

/** The inspector was not named for this visit. */
class NotNamed extends Refusal {
    private static final long serialVersionUID = 1;

    NotNamed() {
        super(Kind.FORBIDDEN, "not-named", "您不在这次验收的验收组名单中，不能办理；如名单有误，请联系党建办。");
    }
}

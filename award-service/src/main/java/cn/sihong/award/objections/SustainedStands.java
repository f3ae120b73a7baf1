package cn.sihong.award.objections;

import cn.sihong.platform.problem.Refusal;

/** What an objection was sustained against is still on the list. */
class SustainedStands extends Refusal {
    private static final long serialVersionUID = 1;

    SustainedStands() {
        super(
                Kind.CONFLICT,
                "sustained-objection-stands",
                "名单中还有异议已认定属实的对象；请由局党组重新研究名单，递补的对象另行公示后再办理。");
    }
}

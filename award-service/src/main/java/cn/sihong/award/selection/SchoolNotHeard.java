package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** A school of the list is not known by name yet. */
class SchoolNotHeard extends Refusal {
    private static final long serialVersionUID = 1;

    SchoolNotHeard() {
        super(Kind.UNAVAILABLE, "school-not-heard", "有学校的名称尚未同步过来，请稍候片刻再试。");
    }
}

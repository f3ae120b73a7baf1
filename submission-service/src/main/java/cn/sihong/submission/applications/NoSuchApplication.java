package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal;

/** No application of this id, or none that the caller may know of: both are answered alike. */
class NoSuchApplication extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchApplication() {
        super(Kind.NOT_FOUND, "no-such-application", "没有找到这份申报，或它不属于您所在的单位；请从申报列表重新打开。");
    }
}

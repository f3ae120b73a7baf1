package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal;

/** No form of the category has this version. */
class NoSuchForm extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchForm() {
        super(Kind.NOT_FOUND, "no-such-form", "没有这个版本的申报表，请刷新页面后重试。");
    }
}

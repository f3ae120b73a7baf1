package cn.sihong.submission.applications;

import cn.sihong.platform.problem.Refusal;

/** A form's versions follow each other, each once. */
class FormVersionTaken extends Refusal {
    private static final long serialVersionUID = 1;

    FormVersionTaken() {
        super(Kind.CONFLICT, "form-version-taken", "申报表的版本号应紧接现行版本，请刷新页面，在最新版本上修改后再保存。");
    }
}

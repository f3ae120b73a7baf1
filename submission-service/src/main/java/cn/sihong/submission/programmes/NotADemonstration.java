package cn.sihong.submission.programmes;

import cn.sihong.platform.problem.Refusal;

/** What counted is never wiped. */
public class NotADemonstration extends Refusal {
    private static final long serialVersionUID = 1;

    NotADemonstration() {
        super(Kind.CONFLICT, "not-a-demonstration", "只有演示（演练）方案可以清除；正式方案的数据须依法保存。");
    }
}

package cn.sihong.submission.plans;

import cn.sihong.platform.problem.Refusal;

/** The plan was not submitted so often. */
class NoSuchEdition extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchEdition() {
        super(Kind.NOT_FOUND, "no-such-edition", "没有这个版本，请从版本列表中选择。");
    }
}

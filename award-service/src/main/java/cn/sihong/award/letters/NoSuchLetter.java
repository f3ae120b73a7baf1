package cn.sihong.award.letters;

import cn.sihong.platform.problem.Refusal;

/** There is no letter about this application, not yet, or not for this person. */
class NoSuchLetter extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchLetter() {
        super(Kind.NOT_FOUND, "no-such-letter", "没有这封评选结果说明，或评选决定还没有发布；请在决定发布后查看本校的申报。");
    }
}

package cn.sihong.submission.suggestions;

import cn.sihong.platform.problem.Refusal;

/** No suggestion of this id, or another person's. */
class NoSuchSuggestion extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchSuggestion() {
        super(Kind.NOT_FOUND, "no-such-suggestion", "没有找到这条意见建议；请从列表重新打开。");
    }
}

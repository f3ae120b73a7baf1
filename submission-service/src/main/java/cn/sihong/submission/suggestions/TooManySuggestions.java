package cn.sihong.submission.suggestions;

import cn.sihong.platform.problem.Refusal;

/** So many in a day that nobody could read them. */
class TooManySuggestions extends Refusal {
    private static final long serialVersionUID = 1;

    TooManySuggestions(int most) {
        super(
                Kind.CONFLICT,
                "too-many-suggestions",
                "您今天已经提交 %d 条意见建议，请明天再提，或合并为一条。".formatted(most));
    }
}

package cn.sihong.review.jointcomments;

import cn.sihong.platform.problem.Refusal;

/** A school on the agenda got no comments. */
class CommentsMissing extends Refusal {
    private static final long serialVersionUID = 1;

    CommentsMissing(long schools) {
        super(
                Kind.CONFLICT,
                "comments-missing",
                "议程中还有 %d 所学校没有填写点评意见，会议纪要不能定稿；请逐校补齐。".formatted(schools));
    }
}

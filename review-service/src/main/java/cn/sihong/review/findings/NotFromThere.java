package cn.sihong.review.findings;

import cn.sihong.platform.problem.Refusal;

/** Somebody cannot have found something there: they were not sent to look. */
class NotFromThere extends Refusal {
    private static final long serialVersionUID = 1;

    NotFromThere(Source source) {
        super(
                Kind.FORBIDDEN,
                "not-from-there",
                "您没有参加对该校的%s，不能以此交办问题；请核对所选学校和来源。".formatted(source.chinese()));
    }
}

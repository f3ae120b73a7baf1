package cn.sihong.review.circulars;

import cn.sihong.platform.problem.Refusal;

/** Who wrote it does not issue it. */
class AuthorIssues extends Refusal {
    private static final long serialVersionUID = 1;

    AuthorIssues() {
        super(Kind.CONFLICT, "author-issues", "通报须由起草人以外的同志审核印发；请另一位同志办理。");
    }
}

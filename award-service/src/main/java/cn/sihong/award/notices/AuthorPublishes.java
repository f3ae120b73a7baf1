package cn.sihong.award.notices;

import cn.sihong.platform.problem.Refusal;

/** Whoever wrote a notice does not approve it (research.md §6.3). */
class AuthorPublishes extends Refusal {
    private static final long serialVersionUID = 1;

    AuthorPublishes() {
        super(Kind.FORBIDDEN, "author-publishes", "公示的拟稿人不能自己发布；请由另一位审核人核对后发布。");
    }
}

package cn.sihong.review.supervision;

import cn.sihong.platform.problem.Refusal;

/** The yearly list has no such item (invariant 22). */
class NotOnTheList extends Refusal {
    private static final long serialVersionUID = 1;

    NotOnTheList(int year) {
        super(
                Kind.INVALID,
                "not-on-the-list",
                "%d年度督查检查考核清单中没有这一事项，不能入校督查；请先报备列入清单。".formatted(year));
    }
}

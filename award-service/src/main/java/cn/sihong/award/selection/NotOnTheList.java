package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** The application is not on the proposed list. */
class NotOnTheList extends Refusal {
    private static final long serialVersionUID = 1;

    NotOnTheList() {
        super(Kind.NOT_FOUND, "not-on-the-list", "拟表彰名单中没有这一项，请刷新名单后重新选择。");
    }
}

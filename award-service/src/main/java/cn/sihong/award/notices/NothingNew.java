package cn.sihong.award.notices;

import cn.sihong.platform.problem.Refusal;

/** Everything on the list already stands in a notice. */
class NothingNew extends Refusal {
    private static final long serialVersionUID = 1;

    NothingNew() {
        super(Kind.CONFLICT, "nothing-new", "名单中的对象都已在公示里，没有需要另行公示的内容。");
    }
}

package cn.sihong.award.selection;

import cn.sihong.platform.problem.Refusal;

/** Whoever prepared a decision does not release it. */
public class NotByItsAuthor extends Refusal {
    private static final long serialVersionUID = 1;

    public NotByItsAuthor() {
        super(Kind.FORBIDDEN, "not-by-its-author", "冻结排名、登记表决或拟定名单的人不能发布决定，请由另一位党组成员核对后发布。");
    }
}

package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;

/** Records stand against each other; nobody can sign both. */
class ConflictsOpen extends Refusal {
    private static final long serialVersionUID = 1;

    ConflictsOpen() {
        super(Kind.CONFLICT, "conflicts-open", "有两台设备填写了不同的内容，请先核对并保留正确的一条。");
    }
}

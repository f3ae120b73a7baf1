package cn.sihong.award.archive;

import cn.sihong.platform.problem.Refusal;

/** There is no package of this id. */
class NoSuchArchive extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchArchive() {
        super(Kind.NOT_FOUND, "no-such-archive", "没有这个归档包，请返回归档列表重新选择。");
    }
}

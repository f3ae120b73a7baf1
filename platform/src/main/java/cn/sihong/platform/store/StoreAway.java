package cn.sihong.platform.store;

import cn.sihong.platform.problem.Refusal;

/** The object store does not answer. */
public class StoreAway extends Refusal {
    private static final long serialVersionUID = 1;

    StoreAway() {
        super(Kind.UNAVAILABLE, "unavailable", "文件库暂时无法访问，请稍后重试；您填写的内容不受影响。");
    }
}

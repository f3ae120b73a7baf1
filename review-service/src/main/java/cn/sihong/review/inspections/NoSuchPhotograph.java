package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal;

/** There is no such photograph of this visit. */
class NoSuchPhotograph extends Refusal {
    private static final long serialVersionUID = 1;

    NoSuchPhotograph() {
        super(Kind.NOT_FOUND, "no-such-photograph", "照片尚未上传或不属于这次验收；请稍后刷新重试。");
    }
}

package cn.sihong.award.notices;

import cn.sihong.platform.problem.Refusal;

/** Somebody on the list never stood in a notice (invariant 11). */
class NotYetNoticed extends Refusal {
    private static final long serialVersionUID = 1;

    NotYetNoticed() {
        super(Kind.CONFLICT, "not-yet-noticed", "名单中还有没有公示的对象；请先发布补充公示，期满后再办理。");
    }
}

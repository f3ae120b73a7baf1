package cn.sihong.review.circulars;

import cn.sihong.platform.problem.Refusal;

/** A part is empty. */
class CircularIncomplete extends Refusal {
    private static final long serialVersionUID = 1;

    CircularIncomplete() {
        super(Kind.INVALID, "circular-incomplete", "通报的标题、四个部分和反馈时限都填写后才能印发。");
    }
}

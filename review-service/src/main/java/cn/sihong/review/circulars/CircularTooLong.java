package cn.sihong.review.circulars;

import cn.sihong.platform.problem.Refusal;

/** It has more characters than a circular may have. */
class CircularTooLong extends Refusal {
    private static final long serialVersionUID = 1;

    CircularTooLong(int length) {
        super(
                Kind.INVALID,
                "circular-too-long",
                "通报现有 %d 字，最多 %d 字；请精简后再印发。".formatted(length, Circular.MOST));
    }
}

package cn.sihong.submission.organisations;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** The files cannot pass to this person, or there. */
class HandOverNotPossible extends Refusal {
    private static final long serialVersionUID = 1;

    HandOverNotPossible(String sentence) {
        super(
                Kind.INVALID,
                "hand-over-not-possible",
                sentence,
                List.of(new FieldError("username", sentence)));
    }
}

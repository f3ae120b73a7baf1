package cn.sihong.submission.organisations;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** A rename, move or merger that makes no sense in the tree. */
class ChangeNotPossible extends Refusal {
    private static final long serialVersionUID = 1;

    ChangeNotPossible(String field, String sentence) {
        super(
                Kind.INVALID,
                "organisation-change-not-possible",
                sentence,
                List.of(new FieldError(field, sentence)));
    }
}

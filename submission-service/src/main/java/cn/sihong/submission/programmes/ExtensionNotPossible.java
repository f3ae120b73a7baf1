package cn.sihong.submission.programmes;

import cn.sihong.platform.problem.Refusal;

import java.util.List;

/** An extension that gives no time, or to nobody who could use it. */
public class ExtensionNotPossible extends Refusal {
    private static final long serialVersionUID = 1;

    ExtensionNotPossible(String field, String sentence) {
        super(
                Kind.INVALID,
                "extension-not-possible",
                sentence,
                List.of(new FieldError(field, sentence)));
    }
}

package cn.sihong.platform.problem;

import java.util.List;

/** What was sent breaks a rule; every fault is named at once. */
public class InvalidInput extends Refusal {
    private static final long serialVersionUID = 1;

    public InvalidInput(List<FieldError> errors) {
        super(
                Kind.INVALID,
                "invalid-input",
                "填写的内容有 %d 处需要修改，请按提示逐项改正。".formatted(errors.size()),
                errors);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }
}

package cn.sihong.platform.problem;

import java.util.List;

/**
 * A no with a reason. A feature names each of its refusals as a class; the code is written down and
 * stable, the sentence is for people.
 */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kind of no it is; {@link ProblemAdvice} turns it into a status. */
    public enum Kind {
        /** There is no such thing, or not for you. */
        NOT_FOUND,
        /** You may not. */
        FORBIDDEN,
        /** Not in this state, or not any more. */
        CONFLICT,
        /** What you sent cannot be taken. */
        INVALID,
        /** Too much at once. */
        TOO_LARGE,
        /** Not now; try again. */
        UNAVAILABLE
    }

    /**
     * One fault in what was sent.
     *
     * @param field path of the field, {@code content.title}, or a place such as {@code 单位!C7}
     */
    public record FieldError(String field, String message) {}

    private final Kind kind;
    private final String code;
    private final transient List<FieldError> errors;

    protected Refusal(Kind kind, String code, String sentence) {
        this(kind, code, sentence, List.of());
    }

    protected Refusal(Kind kind, String code, String sentence, List<FieldError> errors) {
        super(sentence, null, false, false); // a refusal is an answer, it needs no stack trace
        this.kind = kind;
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }
}

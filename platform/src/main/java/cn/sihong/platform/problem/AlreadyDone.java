package cn.sihong.platform.problem;

/** The same move was made before; nothing changed by asking again. */
public class AlreadyDone extends Refusal {
    private static final long serialVersionUID = 1;

    /**
     * @param what the deed in a person's words, {@code 提交}
     */
    public AlreadyDone(String what) {
        super(Kind.CONFLICT, "already-done", "已经%s过了，无需重复操作。".formatted(what));
    }
}

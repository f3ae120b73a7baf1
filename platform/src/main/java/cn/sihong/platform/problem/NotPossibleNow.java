package cn.sihong.platform.problem;

/** The record is in a state that does not allow the move. */
public class NotPossibleNow extends Refusal {
    private static final long serialVersionUID = 1;

    /**
     * @param what the deed in a person's words, {@code 提交}
     * @param state where the record stands, in a person's words, {@code 已撤回}
     */
    public NotPossibleNow(String what, String state) {
        super(
                Kind.CONFLICT,
                "not-possible-now",
                "当前状态为“%s”，不能%s；请刷新页面查看最新进展。".formatted(state, what));
    }
}

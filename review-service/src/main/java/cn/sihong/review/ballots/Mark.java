package cn.sihong.review.ballots;

/** What a ballot can say of one subject (research.md §3.5). The order is the box's order. */
public enum Mark {
    EXCELLENT("优秀"),
    QUALIFIED("合格"),
    BARELY_QUALIFIED("基本合格"),
    UNQUALIFIED("不合格"),
    /** Valid, and left out of every rate. */
    NO_KNOWLEDGE("不了解"),
    /** Nothing was marked. */
    ABSTAINED("弃权"),
    /** On paper only: more than one mark, or none that can be read. */
    INVALID("无效");

    private final String chinese;

    Mark(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether it counts among the valid ones. */
    public boolean isValid() {
        return this != ABSTAINED && this != INVALID;
    }
}

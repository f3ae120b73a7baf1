package cn.sihong.review.ballots;

/** What a ballot can say of one subject (research.md §3.5). */
public enum Mark {
    EXCELLENT(0, "优秀"),
    QUALIFIED(1, "合格"),
    BARELY_QUALIFIED(2, "基本合格"),
    UNQUALIFIED(3, "不合格"),
    /** Valid, and left out of every rate. */
    NO_KNOWLEDGE(4, "不了解"),
    /** Nothing was marked. */
    ABSTAINED(5, "弃权"),
    /** On paper only: more than one mark, or none that can be read. */
    INVALID(6, "无效");

    private final int place;
    private final String chinese;

    Mark(int place, String chinese) {
        this.place = place;
        this.chinese = chinese;
    }

    /** Where it is counted among the seven, in every box for ever. */
    public int place() {
        return place;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether it counts among the valid ones. */
    public boolean isValid() {
        return this != ABSTAINED && this != INVALID;
    }
}

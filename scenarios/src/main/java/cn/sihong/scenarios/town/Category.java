package cn.sihong.scenarios.town;

/** The four reds, and how many of each a school applies with. */
public enum Category {
    RED_GARDENER("红色园丁", 1),
    RED_READING_ROOM("红色书屋", 1),
    RED_CLASSROOM("红色课堂", 2),
    RED_BASE("红色基地", 1);

    private final String chinese;
    private final int minimum;

    Category(String chinese, int minimum) {
        this.chinese = chinese;
        this.minimum = minimum;
    }

    public String chinese() {
        return chinese;
    }

    public int minimum() {
        return minimum;
    }
}

package cn.sihong.submission.programmes;

/** The four “reds” a school can apply in (R10–R22). */
public enum Category {
    RED_GARDENER("YD", "红色园丁"),
    RED_READING_ROOM("SW", "红色书屋"),
    RED_CLASSROOM("KT", "红色课堂"),
    RED_BASE("JD", "红色基地");

    private final String code;
    private final String chinese;

    Category(String code, String chinese) {
        this.code = code;
        this.chinese = chinese;
    }

    /** The two letters in an application's number, {@code 2018-YD-003-0007} (research.md §3.2). */
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }
}

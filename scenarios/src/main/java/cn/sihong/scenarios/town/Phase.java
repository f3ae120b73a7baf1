package cn.sihong.scenarios.town;

/** Whom a school teaches, in the words of the workbook. */
public enum Phase {
    KINDERGARTEN("幼儿园", "孩子", "教师"),
    PRIMARY("小学", "少先队员", "教师"),
    JUNIOR("初中", "学生", "教师"),
    NINE_YEAR("九年一贯制", "学生", "教师"),
    SENIOR("高中", "学生", "教师");

    private final String chinese;
    private final String pupils;
    private final String staff;

    Phase(String chinese, String pupils, String staff) {
        this.chinese = chinese;
        this.pupils = pupils;
        this.staff = staff;
    }

    public String chinese() {
        return chinese;
    }

    String pupils() {
        return pupils;
    }

    String staff() {
        return staff;
    }

    /** How a street's school of this phase is called. */
    String schoolOf(String name) {
        return switch (this) {
            case KINDERGARTEN -> name + "幼儿园";
            case PRIMARY -> name + "小学";
            case JUNIOR -> name + "中学";
            case NINE_YEAR -> name + "学校";
            case SENIOR -> name + "高级中学";
        };
    }

    /** The phase that a full name tells of. */
    static Phase told(String name) {
        if (name.contains("幼儿园")) return KINDERGARTEN;
        if (name.contains("小学")) return PRIMARY;
        if (name.contains("高级中学") || name.contains("第一中学")) return SENIOR;
        return name.contains("中学") ? JUNIOR : NINE_YEAR;
    }
}

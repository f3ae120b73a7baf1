package cn.sihong.review.conflicts;

/** Why somebody at one school should not judge the other. */
enum Kind {
    WORKED_THERE("三年内曾在该校工作"),
    KIN("与该校人员有近亲属关系"),
    MENTOR("与该校人员有师徒关系"),
    OTHER("其他可能影响公正的情形"),
    /** Found in the seats, declared by nobody. */
    WORK_HISTORY("系统按任职记录识别");

    private final String chinese;

    Kind(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }
}

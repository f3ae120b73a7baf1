package cn.sihong.submission.organisations;

/** Whom a school teaches. */
public enum SchoolPhase {
    KINDERGARTEN("幼儿园"),
    PRIMARY("小学"),
    JUNIOR("初中"),
    NINE_YEAR("九年一贯制"),
    SENIOR("高中");

    private final String chinese;

    SchoolPhase(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}

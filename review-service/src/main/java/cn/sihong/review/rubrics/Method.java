package cn.sihong.review.rubrics;

/** How one finds out (R53). */
public enum Method {
    DOCUMENT_REVIEW("查阅资料"),
    SITE_VISIT("实地考察"),
    INTERVIEW("走访座谈"),
    MASS_SURVEY("群众测评");

    private final String chinese;

    Method(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}

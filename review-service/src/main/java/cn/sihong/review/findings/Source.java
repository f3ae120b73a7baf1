package cn.sihong.review.findings;

/** What brought a finding to light. */
enum Source {
    SUPERVISION("调研督查"),
    MUTUAL_REVIEW("互查互评"),
    APPRAISAL("党员群众评议"),
    INSPECTION("现场考核验收");

    private final String chinese;

    Source(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }
}

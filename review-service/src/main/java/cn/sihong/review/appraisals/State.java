package cn.sihong.review.appraisals;

/** What a state is called: in the table and on the wire by its name, to people in Chinese. */
enum State {
    DRAFT("准备中"),
    TRIAL("测试中"),
    OPEN("投票中"),
    COUNTED("已计票"),
    REPEATED("已作废重评");

    private final String chinese;

    State(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    static State of(Appraisal appraisal) {
        return switch (appraisal) {
            case Appraisal.Draft _ -> DRAFT;
            case Appraisal.Trial _ -> TRIAL;
            case Appraisal.Open _ -> OPEN;
            case Appraisal.Counted _ -> COUNTED;
            case Appraisal.Repeated _ -> REPEATED;
        };
    }
}

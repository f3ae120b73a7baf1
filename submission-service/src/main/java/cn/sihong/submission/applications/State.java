package cn.sihong.submission.applications;

/** What a state is called: in the table and on the wire by its name, to people in Chinese. */
enum State {
    DRAFT("草稿"),
    SUBMITTED("待审核"),
    RETURNED("已退回"),
    RECOMMENDED("已推荐"),
    NOT_RECOMMENDED("不推荐"),
    BATCHED("已报送"),
    RECEIVED("待形式审查"),
    CORRECTION("待补正"),
    FORMALLY_OK("已受理"),
    NOT_ADMITTED("不予受理"),
    HONOURED("已表彰"),
    REVOKED("表彰已撤销"),
    WITHDRAWN("已撤回");

    private final String chinese;

    State(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    static State of(Application application) {
        return switch (application) {
            case Application.Draft _ -> DRAFT;
            case Application.Submitted _ -> SUBMITTED;
            case Application.Returned _ -> RETURNED;
            case Application.Recommended _ -> RECOMMENDED;
            case Application.NotRecommended _ -> NOT_RECOMMENDED;
            case Application.Batched _ -> BATCHED;
            case Application.Received _ -> RECEIVED;
            case Application.InCorrection _ -> CORRECTION;
            case Application.FormallyOk _ -> FORMALLY_OK;
            case Application.NotAdmitted _ -> NOT_ADMITTED;
            case Application.Honoured _ -> HONOURED;
            case Application.Revoked _ -> REVOKED;
            case Application.Withdrawn _ -> WITHDRAWN;
        };
    }
}

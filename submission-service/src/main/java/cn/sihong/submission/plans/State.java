package cn.sihong.submission.plans;

/** What a state is called: in the table and on the wire by its name, to people in Chinese. */
enum State {
    DRAFT("草稿"),
    SUBMITTED("待审核"),
    RETURNED("已退回"),
    GATE_PASSED("审核通过"),
    BATCHED("已报送"),
    FILED("已备案");

    private final String chinese;

    State(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    static State of(SchoolPlan plan) {
        return switch (plan) {
            case SchoolPlan.Draft _ -> DRAFT;
            case SchoolPlan.Submitted _ -> SUBMITTED;
            case SchoolPlan.Returned _ -> RETURNED;
            case SchoolPlan.GatePassed _ -> GATE_PASSED;
            case SchoolPlan.Batched _ -> BATCHED;
            case SchoolPlan.Filed _ -> FILED;
        };
    }
}

package cn.sihong.award.ranking;

/** Why a candidate was not ranked. */
public enum Gate {
    NO_SUCH_CATEGORY("方案中没有这一类别"),
    SCHOOL_NOT_ACCEPTED("学校的现场验收尚未锁定"),
    SCHOOL_BELOW_MINIMUM("学校的现场验收得分低于方案规定的最低分"),
    BELOW_MINIMUM("项目的现场验收得分低于方案规定的最低分"),
    NO_SATISFACTION("没有有效的群众满意率"),
    SATISFACTION_BELOW_MINIMUM("群众满意率低于方案规定的最低比率"),
    VETOED("被一票否决"),
    OPEN_FINDING("学校还有未销号的问题"),
    OPEN_OBJECTION("有未办结的异议"),
    NO_MUTUAL_REVIEW("没有互查互评得分"),
    NO_APPRAISAL("没有群众评议得分"),
    NO_ACCEPTANCE("没有现场验收得分"),
    NO_SUPERVISION("没有督查整改得分");

    private final String sentence;

    Gate(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    public static Gate missing(Part part) {
        return switch (part) {
            case MUTUAL_REVIEW -> NO_MUTUAL_REVIEW;
            case APPRAISAL -> NO_APPRAISAL;
            case ACCEPTANCE -> NO_ACCEPTANCE;
            case SUPERVISION -> NO_SUPERVISION;
        };
    }
}

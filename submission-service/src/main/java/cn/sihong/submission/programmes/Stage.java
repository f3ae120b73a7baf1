package cn.sihong.submission.programmes;

import cn.sihong.submission.programmes.LegalBasis.Words;

/** What a window opens. The order is that of the year; windows may overlap (research.md §2.1). */
public enum Stage {
    PLAN("实施方案报送"),
    CREATION("品牌创建"),
    APPLICATION("申报推荐"),
    MUTUAL_REVIEW("互查互评"),
    APPRAISAL("党员群众评议"),
    ACCEPTANCE("现场考核验收"),
    SELECTION("评选"),
    NOTICE("公示"),
    COMMENDATION("表彰");

    private final String chinese;

    Stage(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Its name in a programme that may use these words: not everything ends in a 表彰. */
    public String chinese(Words words) {
        return this == COMMENDATION ? words.honour() : chinese;
    }
}

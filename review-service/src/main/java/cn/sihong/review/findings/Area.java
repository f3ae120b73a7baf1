package cn.sihong.review.findings;

/** What a finding is about; circulars tell the areas and never the schools (research.md §3.6). */
public enum Area {
    PLAN("方案制订"),
    LEADERSHIP("组织领导"),
    WORK("工作开展"),
    PLACES("阵地建设"),
    TEACHING("与教育教学结合"),
    PUBLICITY("宣传推广"),
    MECHANISM("长效机制"),
    SAFETY("安全规范"),
    OTHER("其他方面");

    private final String chinese;

    Area(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}

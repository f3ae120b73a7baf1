package cn.sihong.submission.organisations;

/** What an organisation is in the tree (research.md §1.1). */
public enum OrganisationKind {
    BUREAU("教育局"),
    STREET_CENTER("街道教育中心"),
    DIRECT_UNIT("直属学校"),
    SCHOOL("学校");

    private final String chinese;

    OrganisationKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether organisations of this kind pass on what schools say: the gate before the bureau. */
    public boolean isUnit() {
        return this == STREET_CENTER || this == DIRECT_UNIT;
    }
}

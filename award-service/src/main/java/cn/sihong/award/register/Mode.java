package cn.sihong.award.register;

/**
 * On what basis the scheme runs (research.md §6.1). The mode decides the words: where nothing may
 * be named or commended, no text says that it was.
 */
public enum Mode {
    /** Approved as a commendation. */
    APPROVED("表彰", "授予“%s”称号", "荣誉证书"),
    /** The unit's own assessment. */
    INTERNAL_ASSESSMENT("评定", "在内部考核中评定为“%s”", "评定证书"),
    /** Learning from each other, without naming. */
    EXCHANGE("推介", "作为“%s”成果交流推介", "推介证书"),
    /** The Party's own commendation. */
    INNER_PARTY("党内表彰", "授予“%s”称号", "荣誉证书");

    private final String deed;
    private final String bestowal;
    private final String certificate;

    Mode(String deed, String bestowal, String certificate) {
        this.deed = deed;
        this.bestowal = bestowal;
        this.certificate = certificate;
    }

    /** What is done with the chosen, {@code 表彰}. */
    public String deed() {
        return deed;
    }

    /** What a decision gives to one of them, {@code 授予“红色园丁”称号}. */
    public String bestows(String category) {
        return bestowal.formatted(category);
    }

    /** The heading of its certificate. */
    public String certificate() {
        return certificate;
    }
}

package cn.sihong.award.register;

import java.util.List;

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

    /** Where nothing may be named or commended, these words may not be used (research.md §6.1). */
    private static final List<String> WORDS_OF_COMMENDATION =
            List.of("表彰", "授牌", "奖牌", "命名", "授予", "称号", "荣誉证书");

    /** Whether anybody may be commended, named, or given a plaque. */
    public boolean commends() {
        return this == APPROVED || this == INNER_PARTY;
    }

    /** The words of a text that this mode may not use; none where it may commend. */
    public List<String> forbiddenIn(String text) {
        return commends()
                ? List.of()
                : WORDS_OF_COMMENDATION.stream().filter(text::contains).toList();
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

package cn.sihong.review.findings;

/** How long a rectification may take (research.md §3.6). */
enum TimeClass {
    AT_ONCE("立行立改", 7),
    DATED("限期整改", 90),
    LASTING("长期坚持", 365);

    private final String chinese;
    private final int mostDays;

    TimeClass(String chinese, int mostDays) {
        this.chinese = chinese;
        this.mostDays = mostDays;
    }

    String chinese() {
        return chinese;
    }

    /** The most days until the last one; what is to last is asked for at least once a year. */
    int mostDays() {
        return mostDays;
    }
}

package cn.sihong.review.appraisals;

/** Who is asked (research.md §3.5). */
enum Electorate {
    PARTY_MEMBERS("党员", 50),
    STAFF("教职工群众", 30),
    /** A number only: the scheme needs no list of parents. */
    PARENTS("家长", 30);

    private final String chinese;
    private final int leastTurnout;

    Electorate(String chinese, int leastTurnout) {
        this.chinese = chinese;
        this.leastTurnout = leastTurnout;
    }

    String chinese() {
        return chinese;
    }

    /** In per cent of those who may vote; below it the appraisal is repeated or 仅供参考. */
    int leastTurnout() {
        return leastTurnout;
    }

    boolean hasRoll() {
        return this != PARENTS;
    }

    boolean isEnough(int returned, int eligible) {
        return returned * 100L >= (long) eligible * leastTurnout;
    }
}

package cn.sihong.review.findings;

/** How the rectification of one finding stands. */
enum Standing {
    /** Answered by its last day; verifying it is not the school's business. */
    IN_TIME(0),
    /** The school still has time. */
    NOT_YET_DUE(0),
    /** Answered, but after its last day. */
    LATE(1_000),
    /** Its last day has passed without an answer that stands. */
    OVERDUE(2_000);

    private final int deduction;

    Standing(int deduction) {
        this.deduction = deduction;
    }

    /** Milli-points (research.md §3.4.2 扣分项: late −1, unrectified −2). */
    int deduction() {
        return deduction;
    }
}

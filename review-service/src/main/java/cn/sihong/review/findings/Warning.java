package cn.sihong.review.findings;

/** How pressing an unanswered finding is; a signal, it enters no score. */
enum Warning {
    NONE,
    YELLOW,
    ORANGE,
    RED
}

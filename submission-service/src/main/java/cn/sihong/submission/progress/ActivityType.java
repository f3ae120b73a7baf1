package cn.sihong.submission.progress;

/** The forms an activity can take (R12). */
enum ActivityType {
    /** 教学课堂 */
    TEACHING,
    /** 主题班会 */
    CLASS_MEETING,
    /** 课间课后 */
    BREAK_OR_AFTER_CLASS,
    /** 党课党日 */
    PARTY_LECTURE_OR_DAY,
    /** 校内校外相结合 */
    IN_AND_OUT_OF_SCHOOL,
    /** 专兼结合 */
    FULL_AND_PART_TIME
}

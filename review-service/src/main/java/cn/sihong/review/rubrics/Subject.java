package cn.sihong.review.rubrics;

/** What a rubric is for: an application of one of the four categories, or the school. */
public enum Subject {
    RED_GARDENER,
    RED_READING_ROOM,
    RED_CLASSROOM,
    RED_BASE,
    SCHOOL
}

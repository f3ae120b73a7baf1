package cn.sihong.review.rubrics;

/**
 * Something that is asked and never counted (不计分).
 *
 * @param code unique in its rubric
 * @param hint what to write
 */
public record Information(String code, String part, String name, String hint) {}

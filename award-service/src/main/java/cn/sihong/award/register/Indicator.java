package cn.sihong.award.register;

/**
 * How an application or a school stood by one line of a rubric.
 *
 * @param points in thousandths of a point, as {@code max}
 */
public record Indicator(String code, String name, long points, long max) {}

package cn.sihong.submission.progress;

/**
 * What a school will be judged by on site, and judges itself by before (R40).
 *
 * @param maxPoints in milli-points
 */
record Criterion(String code, String part, String name, int maxPoints) {}

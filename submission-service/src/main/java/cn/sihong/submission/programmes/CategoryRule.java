package cn.sihong.submission.programmes;

/**
 * How many of a category there may be (R44, R59).
 *
 * @param name as printed, {@code 红色园丁} unless the bureau says otherwise
 * @param minPerUnit recommended or built by every school at least
 * @param maxPerUnit applied for by a school at most
 * @param quota honours at most
 */
public record CategoryRule(
        Category category, String name, int minPerUnit, int maxPerUnit, int quota) {}

package cn.sihong.submission.programmes;

import java.util.regex.Pattern;

/**
 * How many of a category there may be (R44, R59), and by what it is written and judged.
 *
 * @param name as printed, {@code 红色园丁} unless the bureau says otherwise
 * @param minPerUnit recommended or built by every school at least
 * @param maxPerUnit applied for by a school at most
 * @param quota honours at most
 * @param form which edition of which form, {@code RED_BASE/1}
 * @param rubric which edition of which rubric, likewise
 */
public record CategoryRule(
        Category category,
        String name,
        int minPerUnit,
        int maxPerUnit,
        int quota,
        String form,
        String rubric) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z_]{1,40}/[1-9][0-9]{0,3}");

    /** By the first edition of the category's own form and rubric. */
    public CategoryRule(Category category, String name, int minPerUnit, int maxPerUnit, int quota) {
        this(category, name, minPerUnit, maxPerUnit, quota, usual(category), usual(category));
    }

    static String usual(Category category) {
        return category.name() + "/1";
    }

    /** Both are the category's own. */
    boolean refersWell() {
        return isOwn(form) && isOwn(rubric);
    }

    private boolean isOwn(String reference) {
        return REFERENCE.matcher(reference).matches()
                && reference.startsWith(category.name() + "/");
    }

    /** The edition of the form by which it is applied for. */
    public int formEdition() {
        return Integer.parseInt(form.substring(form.indexOf('/') + 1));
    }
}

package cn.sihong.submission.programmes;

import cn.sihong.submission.programmes.LegalBasis.Words;

import java.util.List;
import java.util.Objects;

/**
 * What a programme says.
 *
 * @param year the year it is named after
 * @param demonstration for showing, training and rehearsing: its windows may lie anywhere, its
 *     title says what it is, all that comes of it is watermarked, and it can be wiped
 */
public record Terms(
        String title,
        int year,
        boolean demonstration,
        LegalBasis legalBasis,
        List<Window> windows,
        List<CategoryRule> categories,
        Weights weights,
        SelectionRules selection,
        Burden burden) {

    /** No programme is older than the first notice of the scheme, and nothing belongs to one. */
    public static final int FIRST_YEAR = 2018;

    static final int LAST_YEAR = 2100;

    static final String YEARS = "年度应在 " + FIRST_YEAR + " 至 " + LAST_YEAR + " 之间。";

    public Terms {
        windows = List.copyOf(windows);
        categories = List.copyOf(categories);
        // versions that were kept before rules could be declared have none
        selection = Objects.requireNonNullElse(selection, SelectionRules.USUAL);
        burden = Objects.requireNonNullElse(burden, Burden.USUAL);
    }

    /** Terms under the usual rules of selection, asking no more than usual. */
    public Terms(
            String title,
            int year,
            boolean demonstration,
            LegalBasis legalBasis,
            List<Window> windows,
            List<CategoryRule> categories,
            Weights weights) {
        this(
                title,
                year,
                demonstration,
                legalBasis,
                windows,
                categories,
                weights,
                SelectionRules.USUAL,
                Burden.USUAL);
    }

    public Words words() {
        return legalBasis.mode().words();
    }

    Terms withBurden(Burden other) {
        return new Terms(
                title,
                year,
                demonstration,
                legalBasis,
                windows,
                categories,
                weights,
                selection,
                other);
    }

    /** Whether the same work would be judged the same under both. */
    boolean judgesLike(Terms other) {
        return weights.equals(other.weights)
                && categories.equals(other.categories)
                && selection.equals(other.selection);
    }
}

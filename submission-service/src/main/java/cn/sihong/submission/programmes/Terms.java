package cn.sihong.submission.programmes;

import java.util.List;

/**
 * What a programme says.
 *
 * @param year the year it is named after
 * @param demonstration for showing and training: its windows may lie anywhere, and its title says
 *     what it is
 */
public record Terms(
        String title,
        int year,
        boolean demonstration,
        LegalBasis legalBasis,
        List<Window> windows,
        List<CategoryRule> categories,
        Weights weights) {

    public Terms {
        windows = List.copyOf(windows);
        categories = List.copyOf(categories);
    }
}

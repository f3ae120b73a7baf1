package cn.sihong.scenarios;

import cn.sihong.scenarios.town.Category;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What must come out, computed by hand from the scores as those remember them who gave them: an
 * undisturbed platform would say the same. Shares no code with the platform.
 *
 * @param composites by application, weighted per cent times thousandths of a point
 */
record Expectation(Map<UUID, Long> composites, Map<UUID, Long> mutualReviews) {

    private static final int MUTUAL_REVIEW_SHARE = 40;
    private static final int ACCEPTANCE_SHARE = 60;

    static Expectation from(Book book) {
        var composites = new LinkedHashMap<UUID, Long>();
        var mutualReviews = new LinkedHashMap<UUID, Long>();
        for (var entry : book.entries()) {
            var mean = trimmedMean(book.peerPoints(entry.id()));
            mutualReviews.put(entry.id(), mean);
            composites.put(
                    entry.id(),
                    MUTUAL_REVIEW_SHARE * mean
                            + ACCEPTANCE_SHARE * (long) book.onSitePoints(entry.id()));
        }
        return new Expectation(composites, mutualReviews);
    }

    /** Five scores: without the best and the worst, rounded half up to thousandths. */
    private static long trimmedMean(List<Integer> scores) {
        if (scores.size() != 5) throw new IllegalStateException("not five scores: " + scores);
        var sorted = new ArrayList<>(scores);
        sorted.sort(Comparator.naturalOrder());
        long sum = sorted.get(1) + sorted.get(2) + sorted.get(3);
        return Math.round(sum / 3.0);
    }

    /** Who must be honoured where no tie lies across the edge of the quota. */
    Map<Category, List<UUID>> best(Book book, Map<Category, Integer> quotas) {
        return book.entries().stream()
                .collect(Collectors.groupingBy(Book.Entry::category))
                .entrySet()
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                category ->
                                        category.getValue().stream()
                                                .sorted(better(book))
                                                .limit(quotas.get(category.getKey()))
                                                .map(Book.Entry::id)
                                                .toList()));
    }

    private Comparator<Book.Entry> better(Book book) {
        return Comparator.comparing((Book.Entry entry) -> composites.get(entry.id()))
                .thenComparing(entry -> book.onSitePoints(entry.id()))
                .thenComparing(entry -> mutualReviews.get(entry.id()))
                .reversed();
    }
}

package cn.sihong.review.inspections;

import cn.sihong.review.rubrics.Method;

import java.util.Map;
import java.util.UUID;

/**
 * What a visit found so far.
 *
 * @param methods what was done by each method
 * @param school milli-points of the school by criterion
 * @param items milli-points by application and criterion
 */
record Findings(
        Map<Method, Done> methods,
        Map<String, Integer> school,
        Map<UUID, Map<String, Integer>> items) {

    /**
     * What was done by one method.
     *
     * @param count documents read, places seen, people spoken to, or ballots counted
     */
    record Done(String note, int count) {}

    Findings {
        methods = Map.copyOf(methods);
        school = Map.copyOf(school);
        items = Map.copyOf(items);
    }

    static Findings none() {
        return new Findings(Map.of(), Map.of(), Map.of());
    }

    long schoolScore() {
        return sum(school);
    }

    long scoreOf(UUID application) {
        return sum(items.getOrDefault(application, Map.of()));
    }

    private static long sum(Map<String, Integer> points) {
        return points.values().stream().mapToLong(Integer::longValue).sum();
    }
}

package cn.sihong.review.inspections;

import cn.sihong.review.inspections.FieldRecord.MethodUsed;
import cn.sihong.review.rubrics.Method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a team says together: the mean of those who locked their scores, in whole milli-points, half
 * up. Who was absent or could not judge something is left out of its mean, never counted as zero.
 * Bonuses and deductions are facts, not opinions: they come on top of the school's mean, once.
 */
record Result(List<Sheet> locked, Map<Method, Done> methods, Adjustments adjustments) {

    /**
     * What was done by one method.
     *
     * @param count documents read, places seen, people spoken with, or ballots returned
     * @param counts what it is made of, as far as it was said
     */
    record Done(String note, int count, Map<Count, Integer> counts) {}

    Result {
        locked = List.copyOf(locked);
        methods = Map.copyOf(methods);
    }

    static Result of(Collection<UUID> inspectors, Fieldbook book) {
        return new Result(
                inspectors.stream().sorted().map(book::sheetOf).filter(Sheet::isLocked).toList(),
                methods(book),
                book.adjustments());
    }

    /** The methods that were not used yet (R53, invariant 6). */
    List<Method> unused() {
        return Arrays.stream(Method.values())
                .filter(method -> !methods.containsKey(method))
                .toList();
    }

    /** Empty where nobody judged it. */
    OptionalLong scoreOf(UUID subject) {
        var scores =
                locked.stream()
                        .filter(sheet -> judges(sheet, subject))
                        .map(sheet -> sheet.answers().scoreOf(subject))
                        .toList();
        return mean(scores).stream().map(it -> adjustments.applyTo(subject, it)).findFirst();
    }

    /** The means by criterion, to be shown; the score is not their sum but the mean of the sums. */
    SortedMap<String, Integer> pointsOf(UUID subject) {
        var given = new TreeMap<String, List<Long>>();
        locked.stream()
                .filter(sheet -> judges(sheet, subject))
                .forEach(sheet ->
                        sheet.answers()
                                .about(subject)
                                .forEach((criterion, points) ->
                                        given.computeIfAbsent(criterion, _ -> new ArrayList<>())
                                                .add((long) points)));
        var means = new TreeMap<String, Integer>();
        given.forEach((criterion, points) ->
                means.put(criterion, Math.toIntExact(mean(points).orElseThrow())));
        return means;
    }

    private static boolean judges(Sheet sheet, UUID subject) {
        return !sheet.answers().about(subject).isEmpty() && !sheet.answers().excepts(subject);
    }

    private static OptionalLong mean(List<Long> values) {
        if (values.isEmpty()) return OptionalLong.empty();
        long sum = values.stream().mapToLong(Long::longValue).sum();
        return OptionalLong.of(Math.floorDiv(2 * sum + values.size(), 2L * values.size()));
    }

    /** Several inspectors may use the same method: what they did adds up. */
    private static Map<Method, Done> methods(Fieldbook book) {
        var done = new EnumMap<Method, Done>(Method.class);
        for (var used : book.methods()) done.merge(used.method(), done(used), Result::together);
        return done;
    }

    private static Done done(MethodUsed used) {
        return new Done(used.note(), used.count(), used.counts());
    }

    private static Done together(Done one, Done other) {
        var counts = new EnumMap<Count, Integer>(Count.class);
        counts.putAll(one.counts());
        other.counts().forEach((count, n) -> counts.merge(count, n, Integer::sum));
        return new Done(one.note() + "\n" + other.note(), one.count() + other.count(), counts);
    }
}

package cn.sihong.review.inspections;

import cn.sihong.review.inspections.FieldRecord.Body;
import cn.sihong.review.inspections.FieldRecord.MethodUsed;
import cn.sihong.review.inspections.FieldRecord.Scored;
import cn.sihong.review.rubrics.Method;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that an inspector with a network sees and changes at once: their own methods and points. A
 * method that is left out stays as it was; points that are left out are taken back.
 *
 * @param school milli-points of the school by criterion
 * @param items milli-points by application and criterion
 */
record Form(
        Map<Method, Result.Done> methods,
        Map<String, Integer> school,
        Map<UUID, Map<String, Integer>> items) {

    Form {
        methods = Map.copyOf(methods);
        school = Map.copyOf(school);
        items = Map.copyOf(items);
    }

    Map<UUID, Map<String, Integer>> points(UUID schoolId) {
        var points = new LinkedHashMap<>(items);
        points.put(schoolId, school);
        return points;
    }

    /** The records that make the book say what the form says; none where it says so already. */
    List<FieldRecord> changes(Fieldbook book, UUID schoolId, UUID author, Instant now) {
        var points = points(schoolId);
        var said = new ArrayList<Body>();
        methods.forEach((method, done) ->
                said.add(
                        new MethodUsed(
                                method,
                                done.note(),
                                done.count(),
                                done.counts(),
                                book.photosOf(author, method))));
        points.forEach((about, given) ->
                given.forEach((criterion, one) -> said.add(new Scored(about, criterion, one))));
        book.sheetOf(author)
                .answers()
                .points()
                .forEach((about, before) ->
                        before.keySet().stream()
                                .filter(it -> !points.getOrDefault(about, Map.of()).containsKey(it))
                                .forEach(it -> said.add(new Scored(about, it, null))));
        return said.stream()
                .filter(body -> !book.says(author, body))
                .map(body -> book.next(UUID.randomUUID(), author, now, body))
                .toList();
    }
}

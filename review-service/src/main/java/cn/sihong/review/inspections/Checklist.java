package cn.sihong.review.inspections;

import static java.util.Objects.requireNonNull;

import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.review.rubrics.Method;
import cn.sihong.review.rubrics.Rubric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * What a visit has to find out.
 *
 * @param school the rubric for the school as a whole
 * @param items by application, in the order in which they are shown
 */
record Checklist(Rubric school, SequencedMap<UUID, Rubric> items) {

    Checklist {
        items = new LinkedHashMap<>(items);
    }

    Rubric rubricOf(UUID application) {
        return requireNonNull(items.get(application));
    }

    /** What is wrong with the findings, whether they are complete or not. */
    List<FieldError> faults(Findings findings) {
        var faults = new ArrayList<>(school.faults(findings.school(), "schoolPoints"));
        findings.items()
                .forEach((application, points) -> {
                    var rubric = items.get(application);
                    if (rubric == null)
                        faults.add(new FieldError(field(application), "这项申报不属于被验收的学校，请刷新后重新打分。"));
                    else faults.addAll(rubric.faults(points, field(application) + ".points"));
                });
        return faults;
    }

    /** The methods that were not used yet. */
    List<Method> unused(Findings findings) {
        return Arrays.stream(Method.values())
                .filter(method -> !findings.methods().containsKey(method))
                .toList();
    }

    /** The points that are missing. */
    List<FieldError> missing(Findings findings) {
        var missing = new ArrayList<>(school.missing(findings.school(), "schoolPoints"));
        items.forEach((application, rubric) ->
                missing.addAll(
                        rubric.missing(
                                findings.items().getOrDefault(application, Map.of()),
                                field(application) + ".points")));
        return missing;
    }

    private static String field(UUID application) {
        return "items[%s]".formatted(application);
    }
}

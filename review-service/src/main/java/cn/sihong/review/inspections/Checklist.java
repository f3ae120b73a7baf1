package cn.sihong.review.inspections;

import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.review.inspections.Sheet.Answers;
import cn.sihong.review.rubrics.Adjusting;
import cn.sihong.review.rubrics.Rubric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/**
 * What a visit has to find out.
 *
 * @param schoolId the school as a whole
 * @param school its rubric
 * @param adjusting what may be added to or taken from its points beside it
 * @param items by application, in the order in which they are shown
 */
record Checklist(
        UUID schoolId, Rubric school, Adjusting adjusting, SequencedMap<UUID, Rubric> items) {

    Checklist {
        items = new LinkedHashMap<>(items);
    }

    /** The rubric for the school or one of its applications, if it is one. */
    Optional<Rubric> rubricOf(UUID about) {
        return about.equals(schoolId) ? Optional.of(school) : Optional.ofNullable(items.get(about));
    }

    boolean isItem(UUID about) {
        return items.containsKey(about);
    }

    /**
     * The same, of nothing but what was judged: a result does not change with later applications.
     */
    Checklist onlyOf(Set<UUID> judged) {
        var some = new LinkedHashMap<>(items);
        some.keySet().retainAll(judged);
        return new Checklist(schoolId, school, adjusting, some);
    }

    /** What is wrong with points for the school and its applications, complete or not. */
    List<FieldError> faults(Map<UUID, Map<String, Integer>> points) {
        var faults = new ArrayList<FieldError>();
        points.forEach((about, given) -> {
            var rubric = rubricOf(about);
            if (rubric.isEmpty())
                faults.add(new FieldError(field(about), "这项申报不属于被验收的学校，请刷新后重新打分。"));
            else faults.addAll(rubric.get().faults(given, field(about)));
        });
        return faults;
    }

    /** The points that are missing; what could not be judged on the spot needs none. */
    List<FieldError> missing(Answers answers) {
        var missing = new ArrayList<>(school.missing(answers.about(schoolId), field(schoolId)));
        items.forEach((application, rubric) -> {
            if (!answers.excepts(application))
                missing.addAll(rubric.missing(answers.about(application), field(application)));
        });
        return missing;
    }

    private String field(UUID about) {
        return about.equals(schoolId) ? "schoolPoints" : "items[%s].points".formatted(about);
    }
}

package cn.sihong.review.scoresheets;

import static java.util.Objects.requireNonNull;

import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.review.rubrics.Rubric;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/**
 * What there is to judge about a school: its applications, each with its rubric.
 *
 * @param kind whether it is seen on the spot or read blind
 * @param rubrics by application, in the order in which they are shown
 */
record Paper(Kind kind, SequencedMap<UUID, Rubric> rubrics) {

    Paper {
        rubrics = new LinkedHashMap<>(rubrics);
    }

    Rubric rubricOf(UUID application) {
        return requireNonNull(rubrics.get(application));
    }

    /** What is wrong with the answers, whether they are complete or not. */
    List<FieldError> faults(Answers answers) {
        var faults = new ArrayList<FieldError>();
        answers.items()
                .forEach((application, item) -> {
                    var rubric = rubrics.get(application);
                    if (rubric == null)
                        faults.add(new FieldError(field(application), "这项申报不在本表评分范围内，请刷新后重新打分。"));
                    else {
                        faults.addAll(rubric.faults(item.points(), field(application) + ".points"));
                        faults.addAll(
                                rubric.unknownNotes(
                                        item.notes().keySet(), field(application) + ".notes"));
                    }
                });
        return faults;
    }

    /** What the answers lack before they can be locked. */
    List<FieldError> missing(Answers answers) {
        var missing = new ArrayList<FieldError>();
        if (kind == Kind.SITE && rubrics.isEmpty() && answers.comment().isBlank())
            missing.add(new FieldError("comment", "该校没有需要打分的项目，请填写对学校的总体评议意见。"));
        rubrics.forEach((application, rubric) ->
                missing.addAll(
                        rubric.missing(
                                answers.about(application).points(),
                                field(application) + ".points")));
        return missing;
    }

    private static String field(UUID application) {
        return "items[%s]".formatted(application);
    }
}

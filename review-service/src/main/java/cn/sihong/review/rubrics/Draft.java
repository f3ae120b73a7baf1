package cn.sihong.review.rubrics;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A new edition as somebody wrote it, and whether it can be one. */
record Draft(
        Subject subject, String name, List<Criterion> criteria, List<Information> information) {

    private static final int ALL = 100_000;

    /** Too few anchors leave it to each reviewer what a point is worth. */
    private static final int ANCHORS = 2;

    /** Papers for their own sake are no yardstick ([S62] in research.md §6.1). */
    private static final List<String> TRACES = List.of("台账", "留痕", "批示", "媒体刊发", "点赞");

    /** Names everything that is wrong at once. */
    void check() {
        var faults = new ArrayList<FieldError>();
        int sum = criteria.stream().mapToInt(Criterion::maxPoints).sum();
        if (sum != ALL)
            faults.add(
                    new FieldError(
                            "criteria",
                            "各项分值合计应为 100 分，现为 %d.%d 分。".formatted(sum / 1000, sum % 1000 / 100)));
        var codes = new HashSet<String>();
        for (int i = 0; i < criteria.size(); i++) check(criteria.get(i), i, codes, faults);
        for (int i = 0; i < information.size(); i++)
            if (!codes.add(information.get(i).code()))
                faults.add(new FieldError("information[%d].code".formatted(i), "代码重复。"));
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }

    private static void check(Criterion it, int i, HashSet<String> codes, List<FieldError> faults) {
        var place = "criteria[%d]".formatted(i);
        if (!codes.add(it.code())) faults.add(new FieldError(place + ".code", "代码重复。"));
        if (it.maxPoints() <= 0 || it.maxPoints() % Criterion.STEP != 0)
            faults.add(new FieldError(place + ".maxPoints", "分值应大于 0，每档 0.5 分。"));
        if (it.anchors().size() < ANCHORS)
            faults.add(new FieldError(place + ".anchors", "请至少说明两个分值各是什么样子。"));
        for (var anchor : it.anchors())
            if (!it.allows(anchor.points()))
                faults.add(new FieldError(place + ".anchors", "分值说明应在 0 至满分之间，每档 0.5 分。"));
        for (var trace : TRACES)
            if (it.name().contains(trace))
                faults.add(
                        new FieldError(
                                place + ".name", "按整治形式主义有关规定，不得把“%s”作为评分内容。".formatted(trace)));
    }
}

package cn.sihong.submission.plans;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;

import java.util.Map;

/** The parts of a plan that a reader speaks of one by one. */
enum Section {
    ANALYSIS("五方面综合分析"),
    HIGHLIGHTS("亮点与特色"),
    BRAND("品牌"),
    TARGETS("年度工作目标"),
    LEADERSHIP("组织领导"),
    DISCUSSION("研讨情况"),
    PUBLICITY("宣传情况");

    private static final int LONGEST_COMMENT = 300;

    private final String chinese;

    Section(String chinese) {
        this.chinese = chinese;
    }

    String chinese() {
        return chinese;
    }

    /** Refuses comments that say nothing or cannot be shown. */
    static void check(Map<Section, String> comments) {
        var faults =
                comments.entrySet().stream()
                        .flatMap(entry ->
                                TextFaults.find(entry.getValue(), 1, LONGEST_COMMENT).stream()
                                        .map(sentence ->
                                                new FieldError(
                                                        "comments." + entry.getKey(), sentence)))
                        .toList();
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }
}

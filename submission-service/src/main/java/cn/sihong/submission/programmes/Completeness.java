package cn.sihong.submission.programmes;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether a draft says everything a programme must say before anybody works by it. */
final class Completeness {

    private final Terms terms;
    private final List<FieldError> faults = new ArrayList<>();

    private Completeness(Terms terms) {
        this.terms = terms;
    }

    static void check(Terms terms) {
        var check = new Completeness(terms);
        check.demonstrationSaysSo();
        check.legalBasis(terms.legalBasis());
        check.everyStageHasItsWindow();
        if (!terms.demonstration()) check.windowsFollowTheYear();
        check.everyCategoryHasItsRule();
        check.weights(terms.weights());
        if (!check.faults.isEmpty()) throw new InvalidInput(check.faults);
    }

    private void demonstrationSaysSo() {
        if (terms.demonstration() && !terms.title().contains("演示"))
            fault("title", "演示方案的标题中须写明“演示”，以免与正式方案混淆。");
    }

    /** Research.md §6.1: no basis, no programme. */
    private void legalBasis(LegalBasis basis) {
        required("legalBasis.documentNumber", basis.documentNumber(), "请填写批准文件的发文字号。");
        required("legalBasis.approvedBy", basis.approvedBy(), "请填写批准机关。");
        if (basis.approvedOn() == null) fault("legalBasis.approvedOn", "请填写批准日期。");
        required("legalBasis.listItem", basis.listItem(), "请填写年度清单中的对应事项。");
    }

    private void everyStageHasItsWindow() {
        for (var stage : Stage.values()) {
            long windows = windowsOf(stage).size();
            if (windows != 1)
                fault("windows", "“%s”须有且只有一个起止时间，现有 %d 个。".formatted(stage.chinese(), windows));
        }
        for (var window : terms.windows())
            if (window.closesOn().isBefore(window.opensOn()))
                fault("windows", "“%s”的结束日期早于开始日期。".formatted(window.stage().chinese()));
    }

    /** The stages begin one after the other (R68); they may overlap. */
    private void windowsFollowTheYear() {
        @Nullable LocalDate before = null;
        for (var stage : Stage.values()) {
            for (var window : windowsOf(stage)) {
                if (before != null && window.opensOn().isBefore(before))
                    fault("windows", "“%s”的开始日期早于前一阶段的开始日期。".formatted(stage.chinese()));
                before = window.opensOn();
            }
        }
    }

    private void everyCategoryHasItsRule() {
        for (var category : Category.values()) {
            long rules =
                    terms.categories().stream().filter(rule -> rule.category() == category).count();
            if (rules != 1)
                fault("categories", "“%s”须有且只有一条规则，现有 %d 条。".formatted(category.chinese(), rules));
        }
        terms.categories().forEach(this::rule);
    }

    private void rule(CategoryRule rule) {
        if (rule.minPerUnit() < 0 || rule.minPerUnit() > rule.maxPerUnit())
            fault("categories", "“%s”的每校下限不能大于上限。".formatted(rule.name()));
        if (rule.quota() < 1) fault("categories", "“%s”的名额须大于 0。".formatted(rule.name()));
    }

    private void weights(Weights weights) {
        if (weights.sum() != 100)
            fault("weights", "四项权重合计须为 100%%，现为 %d%%。".formatted(weights.sum()));
        if (weights.mutualReview() < 0 || weights.acceptance() < 0) fault("weights", "权重不能为负数。");
        if (weights.appraisal() != 0)
            fault("weights.appraisal", "平台尚未开通党员群众评议计分，评议权重须为 0；请把它分配给互评或验收。");
        if (weights.supervision() != 0)
            fault("weights.supervision", "平台尚未开通专项督查计分，督查权重须为 0；请把它分配给互评或验收。");
    }

    private List<Window> windowsOf(Stage stage) {
        return terms.windows().stream().filter(window -> window.stage() == stage).toList();
    }

    private void required(String field, @Nullable String text, String sentence) {
        if (Objects.requireNonNullElse(text, "").isBlank()) fault(field, sentence);
    }

    private void fault(String field, String sentence) {
        faults.add(new FieldError(field, sentence));
    }
}

package cn.sihong.submission.programmes;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whether terms contradict themselves, which not even a draft may, and whether they say everything
 * a programme must say before anybody works by it.
 */
final class Completeness {

    private final Terms terms;
    private final List<FieldError> faults = new ArrayList<>();

    private Completeness(Terms terms) {
        this.terms = terms;
    }

    /** What a draft must keep: nothing twice, nothing that ends before it begins. */
    static void mustBeSound(Terms terms) {
        new Completeness(terms).sound().refuseFaults();
    }

    /** What a published programme must keep. */
    static void mustBeComplete(Terms terms) {
        new Completeness(terms).sound().complete().refuseFaults();
    }

    private Completeness sound() {
        for (var stage : Stage.values())
            if (windowsOf(stage).size() > 1)
                fault("windows", "“%s”的起止时间重复填写。".formatted(stage.chinese()));
        for (var window : terms.windows())
            if (window.closesOn().isBefore(window.opensOn()))
                fault("windows", "“%s”的结束日期早于开始日期。".formatted(window.stage().chinese()));
        for (var category : Category.values())
            if (rulesOf(category).size() > 1)
                fault("categories", "“%s”的规则重复填写。".formatted(category.chinese()));
        for (var rule : terms.categories()) sound(rule);
        return this;
    }

    private void sound(CategoryRule rule) {
        if (rule.minPerUnit() < 0 || rule.minPerUnit() > rule.maxPerUnit())
            fault("categories", "“%s”的每校下限须不小于 0、不大于上限。".formatted(rule.name()));
        if (rule.quota() < 1) fault("categories", "“%s”的名额须大于 0。".formatted(rule.name()));
    }

    private Completeness complete() {
        demonstrationSaysSo();
        legalBasis(terms.legalBasis());
        for (var stage : Stage.values())
            if (windowsOf(stage).isEmpty())
                fault("windows", "请填写“%s”的起止时间。".formatted(stage.chinese()));
        for (var category : Category.values())
            if (rulesOf(category).isEmpty())
                fault("categories", "请填写“%s”的规则。".formatted(category.chinese()));
        if (!terms.demonstration()) windowsFollowTheYear();
        weights(terms.weights());
        return this;
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

    /** The stages begin one after the other (R68); they may overlap. */
    private void windowsFollowTheYear() {
        var before = LocalDate.MIN;
        for (var stage : Stage.values())
            for (var window : windowsOf(stage)) {
                if (window.opensOn().isBefore(before))
                    fault("windows", "“%s”的开始日期早于前一阶段的开始日期。".formatted(stage.chinese()));
                before = window.opensOn();
            }
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

    private List<CategoryRule> rulesOf(Category category) {
        return terms.categories().stream().filter(rule -> rule.category() == category).toList();
    }

    private void required(String field, @Nullable String text, String sentence) {
        if (Objects.requireNonNullElse(text, "").isBlank()) fault(field, sentence);
    }

    private void fault(String field, String sentence) {
        faults.add(new FieldError(field, sentence));
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }
}

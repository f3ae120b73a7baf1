package cn.sihong.submission.programmes;

import cn.sihong.platform.calendar.WorkingDays;
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

    /** A notice stands at least so long (invariant 11). */
    private static final int NOTICE_WORKING_DAYS = 5;

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
    static void mustBeComplete(Terms terms, WorkingDays calendar) {
        new Completeness(terms).sound().complete(calendar).refuseFaults();
    }

    /**
     * What schools are asked by it: forms there are, and no more time than is allowed (R65). Looked
     * at when it is issued, for a draft may be ahead of its forms.
     */
    static void mustBeReasonable(Terms terms, FormEditions forms) {
        new Completeness(terms).reasonable(forms).refuseFaults();
    }

    /** All that keeps the terms from being issued, for whoever is still writing them. */
    static List<FieldError> faults(Terms terms, WorkingDays calendar, FormEditions forms) {
        return List.copyOf(
                new Completeness(terms).sound().complete(calendar).reasonable(forms).faults);
    }

    /** What a correction must keep: people have begun to work by what was issued. */
    static void mustBeTheSameUndertaking(Terms issued, Terms corrected) {
        var faults = new Completeness(corrected);
        if (issued.year() != corrected.year()) faults.fault("year", "方案印发后不能更改年度。");
        if (issued.demonstration() != corrected.demonstration())
            faults.fault("demonstration", "方案印发后不能更改是否为演示方案。");
        if (issued.legalBasis().mode() != corrected.legalBasis().mode())
            faults.fault("legalBasis.mode", "方案印发后不能更改立项方式；请结束本方案后另行拟订。");
        faults.refuseFaults();
    }

    private Completeness reasonable(FormEditions forms) {
        if (!terms.categories().stream().allMatch(CategoryRule::refersWell)) return this;
        for (var rule : terms.categories())
            if (forms.minutes(rule.category(), rule.formEdition()).isEmpty())
                fault("categories", "“%s”的申报表 %s 不存在，请先发布这一版。".formatted(rule.name(), rule.form()));
        var estimate = Estimate.of(terms, forms);
        if (!terms.burden().allows(estimate))
            fault(
                    "burden.approvedBy",
                    "预计每校填报 %d 分钟，超过上限 %d 分钟；请精简申报表，或填写批准人和理由。"
                            .formatted(estimate.minutes(), terms.burden().ceiling()));
        return this;
    }

    private Completeness sound() {
        for (var stage : Stage.values())
            if (windowsOf(stage).size() > 1)
                fault(stage, "“%s”的起止时间重复填写。".formatted(stage.chinese()));
        for (var window : terms.windows())
            if (window.closesOn().isBefore(window.opensOn()))
                fault(window.stage(), "“%s”的结束日期早于开始日期。".formatted(window.stage().chinese()));
        for (var category : Category.values())
            if (rulesOf(category).size() > 1)
                fault("categories", "“%s”的规则重复填写。".formatted(category.chinese()));
        for (var rule : terms.categories()) sound(rule);
        sound(terms.selection());
        sound(terms.burden());
        var period = terms.legalBasis().period();
        if (period != null && period.until().isBefore(period.from()))
            fault("legalBasis.period", "批准有效期的结束日期早于开始日期。");
        return this;
    }

    private void sound(CategoryRule rule) {
        if (rule.minPerUnit() < 0 || rule.minPerUnit() > rule.maxPerUnit())
            fault("categories", "“%s”的每校下限须不小于 0、不大于上限。".formatted(rule.name()));
        if (rule.quota() < 1) fault("categories", "“%s”的名额须大于 0。".formatted(rule.name()));
        if (!rule.refersWell())
            fault(
                    "categories",
                    "“%s”的申报表或评分细则编号有误，应形如 %s。"
                            .formatted(rule.name(), CategoryRule.usual(rule.category())));
    }

    private void sound(SelectionRules rules) {
        if (!SelectionRules.isPercent(rules.minimumAcceptance()))
            fault("selection.minimumAcceptance", "验收最低分应在 0 至 100 之间。");
        if (!SelectionRules.isPercent(rules.minimumSatisfaction()))
            fault("selection.minimumSatisfaction", "群众满意率的最低要求应在 0 至 100 之间。");
        if (rules.namesATieTwice()) fault("selection.tieBreak", "同一项并列比较依据只能列一次。");
        if (!rules.limitsWell())
            fault("selection.limits", "每校名额上限至少为 1，校领导比例应在 0 至 100 之间，幼儿园名额不能为负数。");
        if (rules.outstandingSchools() < 0) fault("selection.outstandingSchools", "突出学校的名额不能为负数。");
        if (rules.outstandingMembers() < 0) fault("selection.outstandingMembers", "突出党员的名额不能为负数。");
    }

    private void sound(Burden burden) {
        if (burden.ceiling() < 1 || burden.ceiling() > Burden.HIGHEST)
            fault("burden.ceiling", "每校填报时间上限应在 1 至 %d 分钟之间。".formatted(Burden.HIGHEST));
    }

    private Completeness complete(WorkingDays calendar) {
        demonstrationSaysSo();
        legalBasis(terms.legalBasis());
        theModeDecidesTheWords();
        for (var stage : Stage.values())
            if (windowsOf(stage).isEmpty())
                fault(stage, "请填写“%s”的起止时间。".formatted(stage.chinese()));
        for (var category : Category.values())
            if (rulesOf(category).isEmpty())
                fault("categories", "请填写“%s”的规则。".formatted(category.chinese()));
        if (!terms.demonstration()) {
            windowsFollowTheYear();
            windowsAreApproved();
            windowsEndAtWork(calendar);
            theNoticeCanStandLongEnough(calendar);
        }
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

    /** Nobody is 表彰 or 授牌 by a programme that was not approved for it (invariant 23). */
    private void theModeDecidesTheWords() {
        terms.words().forbiddenIn(terms.title()).ifPresent(word -> fault("title", forbidden(word)));
        for (var rule : terms.categories())
            terms.words()
                    .forbiddenIn(rule.name())
                    .ifPresent(word -> fault("categories", forbidden(word)));
    }

    private static String forbidden(String word) {
        return "所选立项方式不能使用“%s”字样，请改用其他表述，或在取得批准后更改立项方式。".formatted(word);
    }

    private void windowsAreApproved() {
        var period = terms.legalBasis().periodOf(terms.year());
        for (var window : terms.windows())
            if (!period.contains(window))
                fault(window.stage(), "“%s”超出批准有效期，请调整时间或更新立项依据。".formatted(name(window)));
    }

    /** A deadline nobody works on is a trap (research.md §8, kind hours). */
    private void windowsEndAtWork(WorkingDays calendar) {
        for (var window : terms.windows())
            if (!calendar.isWorkingDay(window.closesOn()))
                fault(window.stage(), "“%s”的结束日期不是工作日，请避开周末和节假日。".formatted(name(window)));
    }

    private void theNoticeCanStandLongEnough(WorkingDays calendar) {
        for (var window : windowsOf(Stage.NOTICE))
            if (calendar.count(window.opensOn(), window.closesOn()) < NOTICE_WORKING_DAYS)
                fault(Stage.NOTICE, "“公示”的办理时间须容纳 %d 个工作日。".formatted(NOTICE_WORKING_DAYS));
    }

    private String name(Window window) {
        return window.stage().chinese(terms.words());
    }

    /** The stages begin one after the other (R68); they may overlap. */
    private void windowsFollowTheYear() {
        var before = LocalDate.MIN;
        for (var stage : Stage.values())
            for (var window : windowsOf(stage)) {
                if (window.opensOn().isBefore(before))
                    fault(stage, "“%s”的开始日期早于前一阶段的开始日期。".formatted(stage.chinese()));
                before = window.opensOn();
            }
    }

    private void weights(Weights weights) {
        if (weights.sum() != 100)
            fault("weights", "四项权重合计须为 100%%，现为 %d%%。".formatted(weights.sum()));
        if (weights.hasNegative()) fault("weights", "权重不能为负数。");
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

    /** Beside the stage whose days are at fault. */
    private void fault(Stage stage, String sentence) {
        fault("windows." + stage, sentence);
    }

    private void fault(String field, String sentence) {
        faults.add(new FieldError(field, sentence));
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }
}

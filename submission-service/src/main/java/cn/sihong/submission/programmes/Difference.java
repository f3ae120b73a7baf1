package cn.sihong.submission.programmes;

import cn.sihong.submission.programmes.SelectionRules.Tie;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Something in which two versions of the terms differ, for people to read.
 *
 * @param what {@code 申报推荐的结束日期}
 * @param before empty where there was nothing
 * @param after empty where there is nothing any more
 */
record Difference(String what, String before, String after) {

    static List<Difference> between(Terms before, Terms after) {
        var old = lines(before);
        var now = lines(after);
        var places = new LinkedHashSet<>(old.keySet());
        places.addAll(now.keySet());
        var differences = new ArrayList<Difference>();
        for (var what : places) {
            var was = old.getOrDefault(what, "");
            var is = now.getOrDefault(what, "");
            if (!was.equals(is)) differences.add(new Difference(what, was, is));
        }
        return differences;
    }

    private static Map<String, String> lines(Terms terms) {
        var lines = new LinkedHashMap<String, String>();
        lines.put("标题", terms.title());
        lines.put("年度", String.valueOf(terms.year()));
        lines.put("演示方案", terms.demonstration() ? "是" : "否");
        var basis = terms.legalBasis();
        lines.put("立项方式", basis.mode().chinese());
        lines.put("批准文件", text(basis.documentNumber()));
        lines.put("批准机关", text(basis.approvedBy()));
        lines.put("批准日期", text(basis.approvedOn()));
        lines.put("依据清单事项", text(basis.listItem()));
        var period = basis.period();
        lines.put("批准有效期", period == null ? "" : period.from() + "至" + period.until());
        for (var window : terms.windows()) {
            lines.put("%s的开始日期".formatted(window.stage().chinese()), day(window.opensOn()));
            lines.put("%s的结束日期".formatted(window.stage().chinese()), day(window.closesOn()));
        }
        for (var rule : terms.categories()) {
            var category = rule.category().chinese();
            lines.put(category + "的名称", rule.name());
            lines.put(category + "的每校下限", String.valueOf(rule.minPerUnit()));
            lines.put(category + "的每校上限", String.valueOf(rule.maxPerUnit()));
            lines.put(category + "的名额", String.valueOf(rule.quota()));
            lines.put(category + "的申报表", rule.form());
            lines.put(category + "的评分细则", rule.rubric());
        }
        var weights = terms.weights();
        lines.put("互查互评权重", weights.mutualReview() + "%");
        lines.put("党员群众评议权重", weights.appraisal() + "%");
        lines.put("现场考核验收权重", weights.acceptance() + "%");
        lines.put("督查整改权重", weights.supervision() + "%");
        var rules = terms.selection();
        lines.put("验收最低分", String.valueOf(rules.minimumAcceptance()));
        lines.put("群众满意率最低要求", rules.minimumSatisfaction() + "%");
        lines.put(
                "并列时依次比较",
                rules.tieBreak().stream().map(Tie::chinese).collect(Collectors.joining("、")));
        lines.put("每校每类名额上限", rules.limit(rules.perSchool()));
        lines.put("校领导比例上限（%）", rules.limit(rules.headsPercent()));
        lines.put("幼儿园名额下限", text(rules.kindergartens()));
        lines.put("突出学校名额", String.valueOf(rules.outstandingSchools()));
        lines.put("突出党员名额", String.valueOf(rules.outstandingMembers()));
        var burden = terms.burden();
        lines.put("每校填报时间上限（分钟）", String.valueOf(burden.ceiling()));
        lines.put("超出上限的批准人", text(burden.approvedBy()));
        lines.put("超出上限的理由", text(burden.reason()));
        return lines;
    }

    private static String day(LocalDate day) {
        return day.toString();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}

package cn.sihong.award.letters;

import cn.sihong.award.letters.Letter.Appeal;
import cn.sihong.award.letters.Letter.Check;
import cn.sihong.award.letters.Letter.Line;
import cn.sihong.award.letters.Letter.Points;
import cn.sihong.award.letters.Letter.Result;
import cn.sihong.award.ranking.Gate;
import cn.sihong.award.ranking.Part;
import cn.sihong.award.ranking.Rules;
import cn.sihong.award.register.Candidate;
import cn.sihong.award.register.Indicator;
import cn.sihong.award.selection.Decision;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts a decision into the words of a letter; of what others got it is told nothing. */
final class Writing {

    /** Research.md §8-9: three strongest and three weakest. */
    private static final int LINES = 3;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);

    private Writing() {}

    /**
     * How somebody was judged, in the order of the rubrics.
     *
     * @param comments of reviewers
     */
    record Judged(List<Indicator> byPeers, List<Indicator> onSite, List<String> comments) {}

    static Letter letter(Decision decision, Judged judged, String office, LocalDate appealUntil) {
        var lines = sorted(judged);
        int each = Math.min(LINES, lines.size() / 2);
        var work = decision.work();
        return new Letter(
                work.applicationId(),
                decision.programmeTitle(),
                work.number(),
                decision.categoryName(),
                work.title(),
                work.schoolName(),
                result(decision),
                sentence(decision),
                checks(decision),
                decision.composite() == null ? null : decision.composite() / 100,
                decision.composite() == null ? null : band(decision.composite()),
                parts(decision),
                lines.reversed().subList(0, each),
                lines.subList(0, each),
                judged.comments(),
                appeal(office, appealUntil));
    }

    private static Result result(Decision decision) {
        if (decision.selected()) return Result.SELECTED;
        return decision.composite() == null ? Result.NOT_RANKED : Result.NOT_SELECTED;
    }

    private static String sentence(Decision decision) {
        var fellOut = decision.fellOut();
        if (fellOut != null) return "经会议重新研究，不再列入拟表彰名单：%s。".formatted(fellOut);
        var limit = decision.limit();
        return switch (result(decision)) {
            case SELECTED -> "经会议研究，列入拟表彰名单，将按规定公示。";
            case NOT_RANKED -> "未通过下列条件，没有参加排名。";
            case NOT_SELECTED ->
                    limit == null
                            ? "参加了排名，综合得分没有进入本类别的 %d 个名额。".formatted(decision.quota())
                            : "参加了排名，因名额规则没有入选：%s。".formatted(limit);
        };
    }

    private static List<Check> checks(Decision decision) {
        return asked(decision.rules()).stream()
                .map(gate -> new Check(words(gate), !decision.closed().contains(gate)))
                .toList();
    }

    /** The gates that this programme has, said once each. */
    private static List<Gate> asked(Rules rules) {
        var asked =
                new ArrayList<>(
                        List.of(
                                Gate.SCHOOL_NOT_ACCEPTED,
                                Gate.SCHOOL_BELOW_MINIMUM,
                                Gate.BELOW_MINIMUM));
        if (rules.minimumSatisfaction() != null)
            asked.addAll(List.of(Gate.NO_SATISFACTION, Gate.SATISFACTION_BELOW_MINIMUM));
        asked.addAll(List.of(Gate.VETOED, Gate.OPEN_FINDING, Gate.OPEN_OBJECTION));
        for (var part : rules.parts()) asked.add(Gate.missing(part));
        return asked;
    }

    private static String words(Gate gate) {
        return switch (gate) {
            case NO_SUCH_CATEGORY -> "属于方案规定的类别";
            case SCHOOL_NOT_ACCEPTED -> "学校的现场验收已完成";
            case SCHOOL_BELOW_MINIMUM -> "学校的现场验收达到最低分";
            case BELOW_MINIMUM -> "项目的现场验收达到最低分";
            case NO_SATISFACTION -> "有有效的群众满意率";
            case SATISFACTION_BELOW_MINIMUM -> "群众满意率达到最低比率";
            case VETOED -> "没有被一票否决";
            case OPEN_FINDING -> "学校的问题都已整改销号";
            case OPEN_OBJECTION -> "没有未办结的异议";
            case NO_MUTUAL_REVIEW -> "有互查互评得分";
            case NO_APPRAISAL -> "有群众评议得分";
            case NO_ACCEPTANCE -> "有现场验收得分";
            case NO_SUPERVISION -> "有督查整改得分";
        };
    }

    /**
     * The bands of a Party organisation's grading (research.md §3.4.1), so that no cut-off is told.
     */
    static String band(long composite) {
        if (composite >= 9_000_000) return "90 分以上（好）";
        if (composite >= 8_000_000) return "80—89 分（较好）";
        return composite >= 6_000_000 ? "60—79 分（一般）" : "60 分以下（较差）";
    }

    private static List<Points> parts(Decision decision) {
        var rules = decision.rules();
        return rules.parts().stream()
                .map(part ->
                        new Points(
                                part.word(),
                                part.share(rules.weights()),
                                given(decision.candidate(), part)))
                .toList();
    }

    private static @Nullable Long given(Candidate candidate, Part part) {
        return part.given(candidate);
    }

    /** The poorest first; equals in the order of the rubrics. */
    private static List<Line> sorted(Judged judged) {
        return Stream.concat(lines("互查互评", judged.byPeers()), lines("现场验收", judged.onSite()))
                .sorted(Comparator.comparingLong(line -> line.points() * 100_000 / line.max()))
                .toList();
    }

    private static Stream<Line> lines(String source, List<Indicator> indicators) {
        return indicators.stream()
                .map(one -> new Line(source, one.name(), one.points(), one.max()));
    }

    private static Appeal appeal(String office, LocalDate until) {
        return new Appeal(
                "对评审程序或者分数计算有疑问的，请在 %s 前（发布后 3 个工作日内）以学校名义向%s提出复核，由没有参加评分的人员办理；对入选对象有异议的，请在公示期内通过公示页面反映。"
                        .formatted(DAY.format(until), office),
                until);
    }
}

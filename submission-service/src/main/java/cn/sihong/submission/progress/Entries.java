package cn.sihong.submission.progress;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.problem.Refusal.FieldError;
import cn.sihong.platform.text.TextFaults;
import cn.sihong.submission.programmes.Terms;
import cn.sihong.submission.progress.Sheet.Mechanism;
import cn.sihong.submission.progress.Sheet.SelfCheck;
import cn.sihong.submission.progress.Sheet.Weeks;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an entry may hold; all that is wrong is named at once. */
final class Entries {

    /** More than the largest school has with all its parents. */
    private static final int MOST_PEOPLE = 20_000;

    private static final int MOST_WEEKS = 60;
    private static final int STEP = 500;

    private final List<FieldError> faults = new ArrayList<>();

    private Entries() {}

    /** What has not happened yet is a plan and no activity. */
    static void check(Activity.Content activity, LocalDate today) {
        var entries = new Entries();
        entries.text("title", activity.title(), 1, 50);
        entries.text("note", activity.note(), 0, 300);
        entries.number("participants", activity.participants());
        if (activity.on().isAfter(today)) entries.fault("on", "活动日期不能晚于今天；还没有开展的，开展后再填。");
        if (activity.on().getYear() < Terms.FIRST_YEAR)
            entries.fault("on", "活动日期不能早于 %d 年，请检查年份。".formatted(Terms.FIRST_YEAR));
        if (activity.teaching() != null)
            entries.text("teaching.item", activity.teaching().item(), 1, 50);
        entries.refuse();
    }

    static void check(Sheet sheet, List<Criterion> rubric) {
        var entries = new Entries();
        switch (sheet) {
            case Weeks weeks -> entries.weeks(weeks);
            case SelfCheck selfCheck -> entries.selfCheck(selfCheck, rubric);
            case Mechanism mechanism -> entries.mechanism(mechanism);
        }
        entries.refuse();
    }

    private void weeks(Weeks sheet) {
        number("members", sheet.members());
        if (sheet.weeks().size() > MOST_WEEKS) {
            fault("weeks", "最多 %d 周。".formatted(MOST_WEEKS));
            return;
        }
        var seen = new HashSet<LocalDate>();
        for (int i = 0; i < sheet.weeks().size(); i++) {
            var week = sheet.weeks().get(i);
            var at = "weeks[%d].".formatted(i);
            if (week.monday().getDayOfWeek() != DayOfWeek.MONDAY || !seen.add(week.monday()))
                fault(at + "monday", "每周填一次，写这一周的星期一。");
            text(at + "topic", week.topic(), 0, 50);
            number(at + "newSpeakers", week.newSpeakers());
        }
    }

    private void selfCheck(SelfCheck sheet, List<Criterion> rubric) {
        text("note", sheet.note(), 0, 500);
        Map<String, Criterion> known =
                rubric.stream().collect(Collectors.toMap(Criterion::code, Function.identity()));
        sheet.points()
                .forEach((code, points) -> {
                    var criterion = known.get(code);
                    if (criterion == null) fault("points", "没有这项指标，请刷新页面后重新填写。");
                    else if (points < 0 || points > criterion.maxPoints() || points % STEP != 0)
                        fault(
                                "points." + code,
                                "“%s”为 0 到 %d 分，以 0.5 分为一档。"
                                        .formatted(criterion.name(), criterion.maxPoints() / 1000));
                });
    }

    private void mechanism(Mechanism sheet) {
        if (sheet.lines().size() > 20) {
            fault("lines", "最多 20 条。");
            return;
        }
        for (int i = 0; i < sheet.lines().size(); i++) {
            var line = sheet.lines().get(i);
            text("lines[%d].who".formatted(i), line.who(), 1, 50);
            text("lines[%d].rhythm".formatted(i), line.rhythm(), 1, 50);
            text("lines[%d].resource".formatted(i), line.resource(), 0, 100);
        }
    }

    private void text(String field, String text, int min, int max) {
        TextFaults.find(text, min, max).ifPresent(sentence -> fault(field, sentence));
    }

    private void number(String field, @Nullable Integer number) {
        if (number != null && (number < 0 || number > MOST_PEOPLE))
            fault(field, "请填写 0 到 %d 之间的整数。".formatted(MOST_PEOPLE));
    }

    private void fault(String field, String sentence) {
        faults.add(new FieldError("content." + field, sentence));
    }

    private void refuse() {
        if (!faults.isEmpty()) throw new InvalidInput(faults);
    }
}

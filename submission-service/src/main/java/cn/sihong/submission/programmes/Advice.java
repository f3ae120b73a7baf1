package cn.sihong.submission.programmes;

import cn.sihong.platform.calendar.WorkingDays;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the bureau should know of its programme; nothing of it is in anybody's way.
 *
 * @param code stable, {@code uneven-selectivity}
 */
record Advice(String code, String sentence) {

    private static final int YEARS_UNTIL_CHECKED_AGAIN = 5;

    static List<Advice> of(Terms terms, int schools, WorkingDays calendar, LocalDate today) {
        var advice = new ArrayList<Advice>();
        for (var sentence : Selectivity.sentences(Selectivity.of(terms.categories(), schools)))
            advice.add(new Advice("selectivity", sentence));
        theApprovalIsOld(terms, today, advice);
        theHolidaysAreUnknown(terms, calendar, advice);
        stagesOverlap(terms, advice);
        furtherHonoursHaveNoPlaces(terms, advice);
        return List.copyOf(advice);
    }

    /** Research.md §6.1: about every five years the same item is looked at anew. */
    private static void theApprovalIsOld(Terms terms, LocalDate today, List<Advice> advice) {
        var approvedOn = terms.legalBasis().approvedOn();
        if (approvedOn != null && !today.isBefore(approvedOn.plusYears(YEARS_UNTIL_CHECKED_AGAIN)))
            advice.add(
                    new Advice(
                            "old-approval",
                            "立项依据已满 %d 年，请与评比达标表彰协调机构核对是否仍然有效。"
                                    .formatted(YEARS_UNTIL_CHECKED_AGAIN)));
    }

    private static void theHolidaysAreUnknown(
            Terms terms, WorkingDays calendar, List<Advice> advice) {
        if (calendar.exceptions().keySet().stream().noneMatch(day -> day.getYear() == terms.year()))
            advice.add(
                    new Advice(
                            "unknown-holidays",
                            "日历中还没有 %d 年的放假安排，工作日暂按周一至周五计算；国务院公布后请先录入日历。".formatted(terms.year())));
    }

    /** The source commends outstanding schools and members too, and gives no number (R60, R61). */
    private static void furtherHonoursHaveNoPlaces(Terms terms, List<Advice> advice) {
        var rules = terms.selection();
        if (rules.outstandingSchools() == 0 && rules.outstandingMembers() == 0)
            advice.add(new Advice("no-further-honours", "没有设突出学校和突出党员的名额；如要一并评选，请在评选规则中填写。"));
    }

    private static void stagesOverlap(Terms terms, List<Advice> advice) {
        var windows = terms.windows();
        for (int i = 1; i < windows.size(); i++) {
            var before = windows.get(i - 1);
            var window = windows.get(i);
            if (!window.opensOn().isAfter(before.closesOn()))
                advice.add(
                        new Advice(
                                "overlap",
                                "“%s”与“%s”的办理时间有重叠，重叠期间两项都可以办理。"
                                        .formatted(
                                                before.stage().chinese(terms.words()),
                                                window.stage().chinese(terms.words()))));
        }
    }
}

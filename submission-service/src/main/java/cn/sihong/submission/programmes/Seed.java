package cn.sihong.submission.programmes;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.submission.programmes.LegalBasis.Mode;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;

/**
 * The programme this platform was made for, ready for any year (research.md §2.1, §2.3). “By the
 * end of October” is the last working day of October.
 */
final class Seed {

    private static final List<CategoryRule> CATEGORIES =
            List.of(
                    rule(Category.RED_GARDENER, 1, 2, 10),
                    rule(Category.RED_READING_ROOM, 1, 2, 10),
                    rule(Category.RED_CLASSROOM, 2, 4, 50),
                    rule(Category.RED_BASE, 1, 1, 10));

    private Seed() {}

    /** A draft's terms for this year; the officer still has to fill in the legal basis. */
    static Terms of(int year, WorkingDays calendar) {
        return new Terms(
                "%d年度“四红”党建品牌创建实施方案".formatted(year),
                year,
                false,
                new LegalBasis(Mode.APPROVED, null, null, null, null, null),
                Arrays.stream(Stage.values()).map(stage -> window(stage, year, calendar)).toList(),
                CATEGORIES,
                new Weights(20, 20, 50, 10));
    }

    private static Window window(Stage stage, int year, WorkingDays calendar) {
        return switch (stage) {
            case PLAN -> window(stage, year, 6, 6, calendar);
            // G3: schools may apply from the day they create, until the end of October
            case CREATION, APPLICATION -> window(stage, year, 7, 10, calendar);
            case MUTUAL_REVIEW, APPRAISAL -> window(stage, year, 11, 11, calendar);
            case ACCEPTANCE, SELECTION, NOTICE, COMMENDATION ->
                    window(stage, year, 12, 12, calendar);
        };
    }

    private static Window window(
            Stage stage, int year, int firstMonth, int lastMonth, WorkingDays calendar) {
        var lastDay = LocalDate.of(year, lastMonth, 1).with(TemporalAdjusters.lastDayOfMonth());
        return new Window(
                stage, LocalDate.of(year, firstMonth, 1), Shift.backToWork(lastDay, calendar));
    }

    private static CategoryRule rule(Category category, int min, int max, int quota) {
        return new CategoryRule(category, category.chinese(), min, max, quota);
    }
}

package cn.sihong.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts working days (工作日).
 *
 * @param exceptions days that differ from their weekday: true is worked, false is free
 */
public record WorkingDays(Map<LocalDate, Boolean> exceptions) {

    /** Where the bureau's days begin and end. */
    public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    public WorkingDays {
        exceptions = Map.copyOf(exceptions);
    }

    public boolean isWorkingDay(LocalDate day) {
        var weekday = day.getDayOfWeek();
        return exceptions.getOrDefault(
                day, weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY);
    }

    /**
     * The n-th working day after a day; the day itself does not count. A notice published on a
     * Monday and standing five working days ends on {@code nthAfter(monday, 5)}.
     *
     * @param n at least 1
     */
    public LocalDate nthAfter(LocalDate day, int n) {
        if (n < 1) throw new IllegalArgumentException("n must be at least 1: " + n);
        return Stream.iterate(day.plusDays(1), next -> next.plusDays(1))
                .filter(this::isWorkingDay)
                .skip(n - 1L)
                .findFirst()
                .orElseThrow();
    }

    /** How many working days there are from one day to another, both included. */
    public int count(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) return 0;
        return (int) from.datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
    }
}

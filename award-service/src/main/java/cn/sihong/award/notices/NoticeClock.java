package cn.sihong.award.notices;

import cn.sihong.award.notices.Notice.Period;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.calendar.WorkingDays;

import java.time.LocalDate;
import java.util.List;

/**
 * How far a notice's period has come, day by day for everybody to check.
 *
 * @param required working days it stands at least; fewer only where the notice says why
 * @param passed working days that are over
 * @param lastDay the last day to object
 * @param over the last day is over
 * @param differing days in the period that differ from the plain week: holidays that do not count,
 *     weekend days that do
 */
record NoticeClock(
        int required, int passed, LocalDate lastDay, boolean over, List<Differing> differing) {

    /** A day that is not what its weekday says. */
    record Differing(LocalDate day, boolean workday, String name) {}

    static NoticeClock of(
            Period period, LocalDate today, WorkingDays days, List<CalendarDays.Day> differing) {
        var lastDay = period.lastDay(days);
        var first = period.opensOn().plusDays(1);
        var yesterday = today.minusDays(1);
        int passed = days.count(first, yesterday.isAfter(lastDay) ? lastDay : yesterday);
        return new NoticeClock(
                period.shortenedBecause() == null
                        ? Notice.WORKING_DAYS
                        : days.count(first, lastDay),
                passed,
                lastDay,
                today.isAfter(lastDay),
                differing.stream()
                        .filter(day -> !day.day().isBefore(first) && !day.day().isAfter(lastDay))
                        .map(day -> new Differing(day.day(), day.workday(), day.name()))
                        .toList());
    }
}

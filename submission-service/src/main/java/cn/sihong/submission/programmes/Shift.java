package cn.sihong.submission.programmes;

import cn.sihong.platform.calendar.WorkingDays;

import java.time.LocalDate;

/**
 * A programme of one year as the draft of another: the same days, its ends moved back to working
 * days, and everything that has to be approved anew left empty.
 */
final class Shift {

    private Shift() {}

    static Terms of(Terms terms, int year, WorkingDays calendar) {
        int years = year - terms.year();
        return new Terms(
                terms.title().replace(String.valueOf(terms.year()), String.valueOf(year)),
                year,
                terms.demonstration(),
                new LegalBasis(terms.legalBasis().mode(), null, null, null, null, null),
                terms.windows().stream().map(window -> window(window, years, calendar)).toList(),
                terms.categories(),
                terms.weights(),
                terms.selection(),
                // who allowed more allowed it for that year
                new Burden(terms.burden().ceiling(), null, null));
    }

    private static Window window(Window window, int years, WorkingDays calendar) {
        var opensOn = window.opensOn().plusYears(years);
        var closesOn = backToWork(window.closesOn().plusYears(years), calendar);
        return new Window(window.stage(), opensOn, closesOn.isBefore(opensOn) ? opensOn : closesOn);
    }

    /** The day itself or the last working day before it. */
    static LocalDate backToWork(LocalDate day, WorkingDays calendar) {
        var back = day;
        while (!calendar.isWorkingDay(back)) back = back.minusDays(1);
        return back;
    }
}

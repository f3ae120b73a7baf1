package cn.sihong.review.supervision;

import cn.sihong.review.supervision.Visit.Plan;

import java.time.temporal.ChronoUnit;

/**
 * How long before a visit its school is told (invariant 22).
 *
 * @param noticeDays whole days from the announcement to the visit
 * @param reason why it is not the usual rule; empty where it is
 * @param version 0 for the usual rule
 */
record Rule(int noticeDays, String reason, long version) {

    static final Rule USUAL = new Rule(30, "", 0);

    /**
     * @throws NotAnnouncedInTime when the school would know of it too late
     * @throws NotOnTheList when the list of another year would allow it
     */
    void check(Plan plan, ListItem item) {
        if (item.year() != plan.on().getYear()) throw new NotOnTheList(plan.on().getYear());
        long notice = ChronoUnit.DAYS.between(plan.announcedOn(), plan.on());
        if (notice < noticeDays) throw new NotAnnouncedInTime(noticeDays, notice);
    }
}

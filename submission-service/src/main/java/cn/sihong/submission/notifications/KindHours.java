package cn.sihong.submission.notifications;

import cn.sihong.platform.calendar.WorkingDays;

import java.time.Instant;
import java.time.LocalTime;

/** When people may be written to: 07:00 to 21:00 on working days (research.md §8, kind hours). */
record KindHours(WorkingDays calendar) {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    /** The day's one digest goes out from then on. */
    private static final LocalTime DIGEST = LocalTime.of(8, 0);

    boolean include(Instant moment) {
        var there = moment.atZone(WorkingDays.BEIJING);
        var time = there.toLocalTime();
        return calendar.isWorkingDay(there.toLocalDate())
                && !time.isBefore(MORNING)
                && time.isBefore(EVENING);
    }

    boolean includeDigest(Instant moment) {
        return include(moment)
                && !moment.atZone(WorkingDays.BEIJING).toLocalTime().isBefore(DIGEST);
    }
}

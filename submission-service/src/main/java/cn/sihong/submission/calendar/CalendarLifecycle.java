package cn.sihong.submission.calendar;

import cn.sihong.contracts.CalendarEvent;
import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.calendar.CalendarDays.Day;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.problem.StaleVersion;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.Optional;

/** Declares days. A day keeps its version for ever, so that readers can tell old from new. */
@Component
class CalendarLifecycle {

    private final CalendarDays days;
    private final Outbox outbox;
    private final Audit audit;

    CalendarLifecycle(CalendarDays days, Outbox outbox, Audit audit) {
        this.days = days;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Says how a day is; saying what is already so changes nothing. */
    @Transactional
    public Day declare(Actor actor, LocalDate date, boolean workday, String name) {
        var kept = days.find(date);
        var said = new Day(date, workday, name, kept.map(Day::version).orElse(0L) + 1);
        if (kept.filter(day -> isSame(day, said)).isPresent()) return kept.get();
        days.declare(said);
        if (!days.find(date).equals(Optional.of(said))) throw new StaleVersion();
        outbox.announce(
                new CalendarEvent.DayDeclared(
                        outbox.stamp(Role.PARTY_OFFICE, said.version(), null),
                        date,
                        workday,
                        name));
        audit.record(
                actor,
                Role.PARTY_OFFICE,
                new Audit.Deed("calendar.declare", "day", date.toString(), null, name));
        return said;
    }

    private static boolean isSame(Day one, Day other) {
        return one.workday() == other.workday() && one.name().equals(other.name());
    }
}

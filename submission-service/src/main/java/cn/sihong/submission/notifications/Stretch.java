package cn.sihong.submission.notifications;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How near a due day is. Each stretch is told once, on the first working day that lies in it, so
 * that a weekend swallows none of them.
 */
enum Stretch {
    A_WEEK("duty.due-soon"),
    THREE_DAYS("duty.due-soon"),
    TOMORROW("duty.due-soon"),
    TODAY("duty.due-today"),
    OVER("duty.overdue");

    /** After that long nobody needs to be told again that it is over. */
    private static final long STILL_NEWS = 7;

    private final String template;

    Stretch(String template) {
        this.template = template;
    }

    String template() {
        return template;
    }

    static Optional<Stretch> of(LocalDate dueOn, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, dueOn);
        if (days > 7 || days < -STILL_NEWS) return Optional.empty();
        if (days < 0) return Optional.of(OVER);
        if (days == 0) return Optional.of(TODAY);
        if (days == 1) return Optional.of(TOMORROW);
        return Optional.of(days <= 3 ? THREE_DAYS : A_WEEK);
    }
}

package cn.sihong.review.findings;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.problem.InvalidInput;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long the school has.
 *
 * @param from the day it was told
 * @param dueOn the last day
 */
record Term(LocalDate from, LocalDate dueOn) {

    /**
     * A term that starts today.
     *
     * @throws InvalidInput when it has no length, is longer than its class allows, or ends on a day
     *     on which nobody works
     */
    static Term starting(
            LocalDate today, LocalDate dueOn, TimeClass timeClass, WorkingDays calendar) {
        var term = new Term(today, dueOn);
        long days = term.days();
        if (days < 1) throw new InvalidInput("dueOn", "整改期限应在今天之后，请给学校留出时间。");
        if (days > timeClass.mostDays())
            throw new InvalidInput(
                    "dueOn",
                    "“%s”的期限最长 %d 天，请改早期限或另选整改类型。"
                            .formatted(timeClass.chinese(), timeClass.mostDays()));
        if (!calendar.isWorkingDay(dueOn)) throw new InvalidInput("dueOn", "整改期限不能定在休息日，请改为工作日。");
        return term;
    }

    private long days() {
        return ChronoUnit.DAYS.between(from, dueOn);
    }

    /** Yellow with 30 % of the time left, orange with 15 %, red when it is over. */
    Warning warningOn(LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, dueOn);
        if (left < 0) return Warning.RED;
        if (left * 100 <= days() * 15) return Warning.ORANGE;
        if (left * 100 <= days() * 30) return Warning.YELLOW;
        return Warning.NONE;
    }

    boolean isOverOn(LocalDate day) {
        return day.isAfter(dueOn);
    }
}

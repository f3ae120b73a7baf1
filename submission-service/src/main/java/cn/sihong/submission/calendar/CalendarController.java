package cn.sihong.submission.calendar;

import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.platform.text.Text;
import cn.sihong.submission.programmes.Terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

@RestController
class CalendarController {

    private final CalendarDays days;
    private final CalendarLifecycle lifecycle;

    CalendarController(CalendarDays days, CalendarLifecycle lifecycle) {
        this.days = days;
        this.lifecycle = lifecycle;
    }

    /** The days that differ from their weekday; all others follow it. */
    @GetMapping("/api/calendar")
    List<Shown> between(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        if (from.plusYears(10).isBefore(to)) throw new InvalidInput("to", "一次最多查询十年的日历。");
        return days.between(from, to).stream().map(Shown::of).toList();
    }

    @PutMapping("/api/calendar/days/{date}")
    Shown declare(@PathVariable LocalDate date, @RequestBody @Valid Said said, Actor actor) {
        if (date.getYear() < Terms.FIRST_YEAR)
            throw new InvalidInput("date", "不能登记 %d 年以前的日期，请检查年份。".formatted(Terms.FIRST_YEAR));
        return Shown.of(lifecycle.declare(actor, date, said.workday(), said.name()));
    }

    record Said(
            @NotNull(message = "请选择上班或放假。") Boolean workday,
            @Text(min = 1, max = 30) String name) {}

    record Shown(LocalDate date, boolean workday, String name, long version) {
        static Shown of(CalendarDays.Day day) {
            return new Shown(day.day(), day.workday(), day.name(), day.version());
        }
    }
}

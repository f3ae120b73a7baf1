package cn.sihong.review.schoolcalendar;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.review.schoolcalendar.SchoolCalendarViews.Day;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;

@RestController
class SchoolCalendarController {

    private static final int MOST_DAYS = 400;

    private final SchoolCalendarViews views;

    SchoolCalendarController(SchoolCalendarViews views) {
        this.views = views;
    }

    @GetMapping("/api/school-calendar")
    List<Day> between(@RequestParam LocalDate from, @RequestParam LocalDate to, Actor actor) {
        if (to.isBefore(from) || from.plusDays(MOST_DAYS).isBefore(to))
            throw new InvalidInput("to", "请选择不超过 %d 天的起止日期。".formatted(MOST_DAYS));
        return views.between(from, to, actor);
    }
}

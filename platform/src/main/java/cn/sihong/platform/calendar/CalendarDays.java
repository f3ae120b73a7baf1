package cn.sihong.platform.calendar;

import cn.sihong.platform.problem.StaleVersion;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of days that differ from the plain week. */
public class CalendarDays {

    /**
     * A day that differs from its weekday.
     *
     * @param workday true where a weekend day is worked, false where a weekday is free
     * @param name why, {@code 国庆节}
     */
    public record Day(LocalDate day, boolean workday, String name, long version) {}

    private final JdbcClient jdbc;

    CalendarDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that is known, ready to count with. */
    public WorkingDays workingDays() {
        return new WorkingDays(
                between(LocalDate.of(1900, 1, 1), LocalDate.of(2999, 12, 31)).stream()
                        .collect(Collectors.toMap(Day::day, Day::workday)));
    }

    /** The days from one day to another, both included, in order. */
    public List<Day> between(LocalDate from, LocalDate to) {
        return jdbc.sql(
                        """
                        select day, workday, name, version from calendar_days
                        where day between ? and ? order by day
                        """)
                .params(from, to)
                .query((row, n) ->
                        new Day(
                                row.getObject("day", LocalDate.class),
                                row.getBoolean("workday"),
                                row.getString("name"),
                                row.getLong("version")))
                .list();
    }

    public Optional<Day> find(LocalDate day) {
        return between(day, day).stream().findFirst();
    }

    /**
     * Declares a day, or corrects what was declared; an older version than the kept one changes
     * nothing.
     */
    public void declare(Day day) {
        jdbc.sql(
                        """
                        insert into calendar_days (day, workday, name, version) values (?, ?, ?, ?)
                        on conflict (day) do update
                        set workday = excluded.workday, name = excluded.name, version = excluded.version
                        where calendar_days.version < excluded.version
                        """)
                .params(day.day(), day.workday(), day.name(), day.version())
                .update();
    }

    /** Lets a day follow its weekday again. */
    public void clear(LocalDate day, long version) {
        var cleared =
                jdbc.sql("delete from calendar_days where day = ? and version < ?")
                        .params(day, version)
                        .update();
        if (cleared == 0 && find(day).isPresent()) throw new StaleVersion();
    }
}

package cn.sihong.submission.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.sihong.contracts.NotificationEvent;
import cn.sihong.platform.calendar.CalendarDays;
import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Outbox;
import cn.sihong.platform.reach.Reach;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.organisations.Seats.Seated;
import cn.sihong.submission.programmes.Programme.Published;
import cn.sihong.submission.programmes.Programmes;
import cn.sihong.submission.programmes.Stage;
import cn.sihong.submission.programmes.Window;
import cn.sihong.submission.tasks.Task;
import cn.sihong.submission.tasks.TaskSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Asks, on each working day, that people be told of what is due to them and of windows that open
 * and close. What is due to somebody their tasks say, whichever feature they come from. An occasion
 * is asked for once, by however many replicas and however often on a day.
 */
@Component
class Reminders {

    private static final List<Role> SCHOOLS = List.of(Role.INFO_OFFICER, Role.SCHOOL_SECRETARY);
    private static final List<Role> UNITS =
            List.of(Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER);

    private final Programmes programmes;
    private final Seats seats;
    private final List<TaskSource> sources;
    private final CalendarDays calendar;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            Programmes programmes,
            Seats seats,
            List<TaskSource> sources,
            CalendarDays calendar,
            Outbox outbox,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.programmes = programmes;
        this.seats = seats;
        this.sources = List.copyOf(sources);
        this.calendar = calendar;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Hourly: who comes back after a night's failure still reminds the same day. */
    @Scheduled(cron = "${sihong.reminders.cron:0 5 7-20 * * *}", zone = "Asia/Shanghai")
    void remind() {
        remind(clock.instant());
    }

    void remind(Instant now) {
        var days = calendar.workingDays();
        if (!new KindHours(days).include(now)) return;
        var today = now.atZone(WorkingDays.BEIJING).toLocalDate();
        for (var programme : programmes.inForce()) remindOfWindows(programme, days, today);
        for (var seated : seats.seated()) remindOfDuties(seated, today);
    }

    private void remindOfWindows(Published programme, WorkingDays days, LocalDate today) {
        for (var window : programme.terms().windows()) {
            if (!isNear(window.opensOn(), today) && !isNear(window.closesOn(), today)) continue;
            if (tells(today, window.opensOn(), days)) opens(programme, window);
            if (!today.isAfter(window.closesOn()) && days.count(today, window.closesOn()) <= 4)
                tellTheOffice("window.closing", programme, window);
            if (today.isAfter(window.closesOn()) && days.count(window.closesOn(), today) <= 2)
                tellTheOffice("window.closed", programme, window);
        }
    }

    /** Longer than any run of free days. */
    private static boolean isNear(LocalDate day, LocalDate today) {
        return Math.abs(ChronoUnit.DAYS.between(day, today)) <= 15;
    }

    /** Whether today is the day, or the first working day after it. */
    private static boolean tells(LocalDate today, LocalDate day, WorkingDays days) {
        return !today.isBefore(day) && days.count(day, today) == 1;
    }

    private void opens(Published programme, Window window) {
        tellTheOffice("window.opens", programme, window);
        var concerned =
                switch (window.stage()) {
                    case PLAN, CREATION, APPLICATION -> SCHOOLS;
                    case MUTUAL_REVIEW -> List.of(Role.PEER_REVIEWER);
                    case APPRAISAL, ACCEPTANCE, SELECTION, NOTICE, COMMENDATION -> List.<Role>of();
                };
        for (var seated : seats.seated())
            if (seated.roles().stream()
                    .anyMatch(role ->
                            concerned.contains(role)
                                    || (isScreened(window.stage()) && UNITS.contains(role))))
                transaction.executeWithoutResult(_ ->
                        ask(
                                "window.opens",
                                null,
                                seated.subject(),
                                values(programme, window),
                                link(programme),
                                "window.opens",
                                programme.id().value(),
                                window));
    }

    private static boolean isScreened(Stage stage) {
        return stage == Stage.PLAN || stage == Stage.APPLICATION;
    }

    private void tellTheOffice(String template, Published programme, Window window) {
        transaction.executeWithoutResult(_ ->
                ask(
                        template,
                        Role.PARTY_OFFICE,
                        null,
                        values(programme, window),
                        link(programme),
                        template,
                        programme.id().value(),
                        window));
    }

    private static Map<String, String> values(Published programme, Window window) {
        var values = new HashMap<String, String>();
        values.put("programme", programme.terms().title());
        values.put("stage", window.stage().chinese(programme.terms().words()));
        values.put("due", window.closesOn().toString());
        return values;
    }

    private static String link(Published programme) {
        return "/app/programmes/" + programme.id().value();
    }

    private void remindOfDuties(Seated seated, LocalDate today) {
        var reach = new Reach.Organisations(seated.organisations());
        var actor =
                new Actor(seated.subject(), seated.username(), seated.username(), seated.roles());
        reach.during(() -> {
            transaction.executeWithoutResult(_ -> {
                for (var source : sources)
                    for (var task : source.tasksOf(actor)) remindOf(task, seated.subject(), today);
            });
            return true;
        });
    }

    private void remindOf(Task task, UUID subject, LocalDate today) {
        var dueOn = task.dueOn();
        if (dueOn == null) return;
        var stretch = Stretch.of(dueOn, today);
        if (stretch.isEmpty()) return;
        var values = new HashMap<String, String>();
        values.put("task", task.title());
        values.put("due", dueOn.toString());
        values.put("days", String.valueOf(Math.abs(ChronoUnit.DAYS.between(today, dueOn))));
        ask(
                stretch.get().template(),
                null,
                subject,
                values,
                task.link(),
                task.kind(),
                task.programmeId(),
                task.subjectId(),
                dueOn,
                stretch.get(),
                subject);
    }

    /**
     * @param occasion what together is one occasion, and told once
     */
    private void ask(
            String template,
            @Nullable Role role,
            @Nullable UUID subject,
            Map<String, String> values,
            String link,
            Object... occasion) {
        var id = UUID.nameUUIDFromBytes((subject + List.of(occasion).toString()).getBytes(UTF_8));
        var first =
                jdbc.sql("insert into reminded values (?, ?) on conflict do nothing")
                        .params(id, clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (first == 0) return;
        outbox.announce(
                new NotificationEvent.Requested(
                        outbox.systemStamp(1, null),
                        id,
                        template,
                        null,
                        role == null ? null : role.wireName(),
                        subject,
                        values,
                        link,
                        null));
    }
}

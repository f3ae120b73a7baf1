package cn.sihong.submission.applications;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.tasks.Task;
import cn.sihong.submission.tasks.TaskSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What the formal check asks of schools and of the bureau; its clock is its own. */
@Component
class CorrectionTasks implements TaskSource {

    private final JdbcClient jdbc;
    private final Seats seats;

    CorrectionTasks(JdbcClient jdbc, Seats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    @Override
    public List<Task> tasksOf(Actor actor) {
        if (actor.is(Role.PARTY_OFFICE)) return toCheck();
        return actor.isAny(Role.INFO_OFFICER, Role.SCHOOL_SECRETARY)
                ? toCorrect(seats.organisationsOf(actor).toArray(UUID[]::new))
                : List.of();
    }

    private List<Task> toCheck() {
        return jdbc.sql(
                        """
                        select programme_id, count(*) as waiting from applications
                        where state = 'RECEIVED' group by programme_id
                        """)
                .query((row, n) -> {
                    var programme = row.getObject("programme_id", UUID.class);
                    return new Task(
                            "applications-to-check",
                            "%d 份申报待形式审查".formatted(row.getInt("waiting")),
                            programme,
                            programme,
                            "/app/applications?programme=%s&state=RECEIVED".formatted(programme),
                            null);
                })
                .list();
    }

    private List<Task> toCorrect(UUID[] mine) {
        return jdbc.sql(
                        """
                        select programme_id, school_id, min(correct_by) as due, count(*) as waiting
                        from applications where state = 'CORRECTION' and school_id = any (?)
                        group by programme_id, school_id
                        """)
                .param(mine)
                .query((row, n) ->
                        new Task(
                                "applications-to-correct",
                                "%d 份申报待补正后重新提交".formatted(row.getInt("waiting")),
                                row.getObject("programme_id", UUID.class),
                                row.getObject("school_id", UUID.class),
                                "/app/applications?programme=%s&state=CORRECTION"
                                        .formatted(row.getObject("programme_id", UUID.class)),
                                row.getObject("due", LocalDate.class)))
                .list();
    }
}

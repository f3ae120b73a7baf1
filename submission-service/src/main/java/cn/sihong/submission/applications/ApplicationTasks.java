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

/** What applications ask of a school and of its unit, as long as the window is open. */
@Component
class ApplicationTasks implements TaskSource {

    private final JdbcClient jdbc;
    private final Seats seats;

    ApplicationTasks(JdbcClient jdbc, Seats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    /** What waits in a state for whoever holds one of the roles, at the school or at the unit. */
    private record Duty(State state, String kind, String words, String whose, List<Role> roles) {}

    private static final List<Duty> DUTIES =
            List.of(
                    new Duty(
                            State.DRAFT,
                            "applications-to-finish",
                            "%d 份申报草稿待完成并由书记提交",
                            "school_id",
                            List.of(Role.INFO_OFFICER, Role.SCHOOL_SECRETARY)),
                    new Duty(
                            State.RETURNED,
                            "applications-to-improve",
                            "%d 份申报被退回，待修改后重新提交",
                            "school_id",
                            List.of(Role.INFO_OFFICER, Role.SCHOOL_SECRETARY)),
                    new Duty(
                            State.SUBMITTED,
                            "applications-to-screen",
                            "%d 份申报待审核筛选",
                            "unit_id",
                            List.of(Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER)));

    @Override
    public List<Task> tasksOf(Actor actor) {
        var mine = seats.organisationsOf(actor).toArray(UUID[]::new);
        return DUTIES.stream()
                .filter(duty -> duty.roles().stream().anyMatch(actor::is))
                .flatMap(duty -> waiting(duty, mine).stream())
                .toList();
    }

    private List<Task> waiting(Duty duty, UUID[] mine) {
        return jdbc.sql(
                        """
                        select a.programme_id, a.%1$s as whose, w.closes_on, count(*) as waiting
                        from applications a
                        join programme_windows w on w.programme_id = a.programme_id and w.stage = 'APPLICATION'
                        where a.state = ? and a.%1$s = any (?)
                        group by a.programme_id, a.%1$s, w.closes_on
                        """
                                .formatted(duty.whose()))
                .params(duty.state().name(), mine)
                .query((row, n) ->
                        new Task(
                                duty.kind(),
                                duty.words().formatted(row.getInt("waiting")),
                                row.getObject("programme_id", UUID.class),
                                row.getObject("whose", UUID.class),
                                "/app/applications?programme=%s&state=%s"
                                        .formatted(
                                                row.getObject("programme_id", UUID.class),
                                                duty.state()),
                                row.getObject("closes_on", LocalDate.class)))
                .list();
    }
}

package cn.sihong.submission.plans;

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

/** What plans ask of a school, of its unit, and of the bureau. */
@Component
class PlanTasks implements TaskSource {

    /** What waits in a state for whoever holds one of the roles; the whose is a column, or all. */
    private record Duty(State state, String kind, String words, String whose, List<Role> roles) {}

    private static final List<Duty> DUTIES =
            List.of(
                    new Duty(
                            State.DRAFT,
                            "plans-to-finish",
                            "%d 份实施方案草稿待完成并由书记提交",
                            "p.school_id = any (?)",
                            List.of(Role.INFO_OFFICER, Role.SCHOOL_SECRETARY)),
                    new Duty(
                            State.RETURNED,
                            "plans-to-improve",
                            "%d 份实施方案被退回，待修改后重新提交",
                            "p.school_id = any (?)",
                            List.of(Role.INFO_OFFICER, Role.SCHOOL_SECRETARY)),
                    new Duty(
                            State.SUBMITTED,
                            "plans-to-gate",
                            "%d 份实施方案待审核把关",
                            "p.unit_id = any (?)",
                            List.of(Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER)),
                    new Duty(
                            State.GATE_PASSED,
                            "plans-to-report",
                            "%d 份实施方案审核通过，待统一报送",
                            "p.unit_id = any (?)",
                            List.of(Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER)),
                    new Duty(
                            State.BATCHED,
                            "plans-to-file",
                            "%d 份实施方案待备案",
                            "cardinality(?::uuid[]) >= 0",
                            List.of(Role.PARTY_OFFICE)));

    private final JdbcClient jdbc;
    private final Seats seats;

    PlanTasks(JdbcClient jdbc, Seats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

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
                        select p.programme_id, w.closes_on, count(*) as waiting
                        from plans p
                        join programme_windows w on w.programme_id = p.programme_id and w.stage = 'PLAN'
                        where p.state = ? and %s
                        group by p.programme_id, w.closes_on
                        """
                                .formatted(duty.whose()))
                .params(duty.state().name(), mine)
                .query((row, n) -> {
                    var programme = row.getObject("programme_id", UUID.class);
                    return new Task(
                            duty.kind(),
                            duty.words().formatted(row.getInt("waiting")),
                            programme,
                            programme,
                            "/app/plans?programme=" + programme,
                            row.getObject("closes_on", LocalDate.class));
                })
                .list();
    }
}

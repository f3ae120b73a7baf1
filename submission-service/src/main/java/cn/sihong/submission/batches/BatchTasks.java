package cn.sihong.submission.batches;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.tasks.Task;
import cn.sihong.submission.tasks.TaskSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Units wait to report, batches wait for the bureau. */
@Component
class BatchTasks implements TaskSource {

    private final JdbcClient jdbc;
    private final Seats seats;

    BatchTasks(JdbcClient jdbc, Seats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    @Override
    public List<Task> tasksOf(Actor actor) {
        if (actor.is(Role.PARTY_OFFICE)) return Stream.concat(toCheck(), toReceive()).toList();
        return actor.isAny(Role.STREET_REVIEWER, Role.DIRECT_UNIT_REVIEWER)
                ? toReport(seats.organisationsOf(actor).toArray(UUID[]::new))
                : List.of();
    }

    /** All screened, something recommended, and nothing reported yet. */
    private List<Task> toReport(UUID[] mine) {
        return jdbc.sql(
                        """
                        select a.programme_id, a.unit_id, count(*) as waiting,
                               (select closes_on from programme_windows w
                                where w.programme_id = a.programme_id and w.stage = 'APPLICATION') as due
                        from applications a
                        where a.unit_id = any (?) and a.state in ('RECOMMENDED', 'SUBMITTED')
                          and not exists (select from batches b
                                          where b.programme_id = a.programme_id and b.unit_id = a.unit_id)
                        group by a.programme_id, a.unit_id
                        having count(*) filter (where a.state = 'SUBMITTED') = 0
                        """)
                .param(mine)
                .query((row, n) ->
                        task(
                                row,
                                "batches-to-report",
                                "已推荐 %d 份申报，待统一报送",
                                row.getObject("unit_id", UUID.class),
                                row.getObject("due", LocalDate.class)))
                .list();
    }

    private Stream<Task> toCheck() {
        return waiting(
                "batches-to-check",
                "%d 个直属单位的批次待复核",
                "b.state = 'SUBMITTED' and o.kind = 'DIRECT_UNIT'");
    }

    private Stream<Task> toReceive() {
        return waiting(
                "batches-to-receive",
                "%d 个单位的报送批次待受理",
                "b.state = 'SECOND_CHECKED' or b.state = 'SUBMITTED' and o.kind <> 'DIRECT_UNIT'");
    }

    private Stream<Task> waiting(String kind, String words, String which) {
        return jdbc
                .sql(
                        """
                        select b.programme_id, count(*) as waiting
                        from batches b join organisations o on o.id = b.unit_id
                        where %s group by b.programme_id
                        """
                                .formatted(which))
                .query((row, n) ->
                        task(row, kind, words, row.getObject("programme_id", UUID.class), null))
                .list()
                .stream();
    }

    private static Task task(
            ResultSet row,
            String kind,
            String words,
            UUID subject,
            @org.jspecify.annotations.Nullable LocalDate due)
            throws SQLException {
        var programme = row.getObject("programme_id", UUID.class);
        return new Task(
                kind,
                words.formatted(row.getInt("waiting")),
                programme,
                subject,
                "/app/batches?programme=" + programme,
                due);
    }
}

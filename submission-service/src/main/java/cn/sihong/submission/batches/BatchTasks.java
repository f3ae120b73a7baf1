package cn.sihong.submission.batches;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.tasks.Task;
import cn.sihong.submission.tasks.TaskSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** Batches wait for the bureau to receive them. */
@Component
class BatchTasks implements TaskSource {

    private final JdbcClient jdbc;

    BatchTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Task> tasksOf(Actor actor) {
        if (!actor.is(Role.PARTY_OFFICE)) return List.of();
        return jdbc.sql(
                        """
                        select programme_id, count(*) as waiting from batches
                        where state = 'SUBMITTED' group by programme_id
                        """)
                .query((row, n) -> {
                    var programme = row.getObject("programme_id", UUID.class);
                    return new Task(
                            "batches-to-receive",
                            "%d 个单位的报送批次待受理".formatted(row.getInt("waiting")),
                            programme,
                            programme,
                            "/app/batches?programme=" + programme,
                            null);
                })
                .list();
    }
}

package cn.sihong.submission.attachments;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.tasks.Task;
import cn.sihong.submission.tasks.TaskSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

/** Whose file was condemned has to send it again, as long as a draft still shows it. */
@Component
class AttachmentTasks implements TaskSource {

    private final JdbcClient jdbc;
    private final Seats seats;

    AttachmentTasks(JdbcClient jdbc, Seats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    @Override
    public List<Task> tasksOf(Actor actor) {
        if (!actor.isAny(Role.INFO_OFFICER, Role.SCHOOL_SECRETARY)) return List.of();
        return jdbc.sql(
                        """
                        select p.programme_id, p.school_id, count(*) as gone
                        from attachments a
                        join applications p on p.school_id = a.school_id
                             and p.state in ('DRAFT', 'RETURNED', 'CORRECTION')
                             and position(a.id::text in p.content::text) > 0
                        where a.state = 'CONDEMNED' and a.school_id = any (:mine)
                        group by p.programme_id, p.school_id
                        """)
                .param("mine", seats.organisationsOf(actor).toArray(UUID[]::new))
                .query((row, n) -> {
                    var programme = row.getObject("programme_id", UUID.class);
                    return new Task(
                            "attachments-to-replace",
                            "%d 个附件未通过病毒检查，待重新上传".formatted(row.getInt("gone")),
                            programme,
                            row.getObject("school_id", UUID.class),
                            "/app/applications?programme=" + programme,
                            null);
                })
                .list();
    }
}

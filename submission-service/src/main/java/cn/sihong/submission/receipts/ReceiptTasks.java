package cn.sihong.submission.receipts;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.tasks.Task;
import cn.sihong.submission.tasks.TaskSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A programme in force waits to be read by each school, until plans are due. */
@Component
class ReceiptTasks implements TaskSource {

    private final JdbcClient jdbc;

    ReceiptTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Task> tasksOf(Actor actor) {
        if (!actor.isAny(Role.SCHOOL_SECRETARY, Role.INFO_OFFICER)) return List.of();
        return jdbc.sql(
                        """
                        select distinct p.id, p.title, o.id as school, closes_on(p.id, 'PLAN', o.unit_id) as due
                        from people h
                        join seats s using (username)
                        join organisations o on o.id = s.organisation_id and o.unit_id is not null
                        cross join programmes p
                        where h.subject = ? and s.role in ('school-secretary', 'info-officer') and p.state = 'PUBLISHED'
                          and not exists (select from programme_receipts r
                                          where r.programme_id = p.id and r.edition = p.edition and r.school_id = o.id)
                        """)
                .param(actor.subject())
                .query((row, n) ->
                        new Task(
                                "programme-to-read",
                                "研读《%s》并确认".formatted(row.getString("title")),
                                row.getObject("id", UUID.class),
                                row.getObject("school", UUID.class),
                                "/app/programmes/" + row.getObject("id", UUID.class),
                                row.getObject("due", LocalDate.class)))
                .list();
    }
}

package cn.sihong.review.inspections;

import static cn.sihong.platform.keycloak.Role.DISCIPLINE;
import static cn.sihong.platform.keycloak.Role.INSPECTOR;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.AlreadyDone;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What inspectors declare about schools (回避申报), and the waivers of discipline. */
@Component
class Declarations {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Declarations(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    enum Kind {
        WORKED_THERE,
        KIN,
        MENTOR,
        OTHER
    }

    /**
     * A tie that somebody declared.
     *
     * @param waiver why discipline lets them inspect all the same; absent if it does not
     */
    record Declaration(
            UUID id,
            UUID subject,
            UUID schoolId,
            Kind kind,
            String note,
            @Nullable String waiver) {}

    /** Declares for oneself; the same call again changes nothing. */
    @Transactional
    public void declare(UUID id, UUID school, Kind kind, String note, Actor actor) {
        int added =
                jdbc.sql(
                                """
                                insert into inspector_declarations (id, subject, school_id, kind, note, at)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                id,
                                actor.subject(),
                                school,
                                kind.name(),
                                note,
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (added == 1)
            audit.record(actor, INSPECTOR, Deed.of("stake.declare", "declaration", id, null));
    }

    /** Discipline alone lets somebody inspect in spite of what they declared, and says why. */
    @Transactional
    public void waive(UUID id, String reason, Actor actor) {
        int waived =
                jdbc.sql(
                                """
                                update inspector_declarations set waived_by = ?, waiver = ?
                                where id = ? and waived_by is null
                                """)
                        .params(actor.subject(), reason, id)
                        .update();
        if (waived == 0) throw exists(id) ? new AlreadyDone("豁免") : new NoSuchDeclaration();
        audit.record(actor, DISCIPLINE, Deed.of("stake.waive", "declaration", id, null));
    }

    /** One's own, or all for discipline. */
    @Transactional(readOnly = true)
    public List<Declaration> of(Actor actor) {
        return jdbc.sql(
                        """
                        select * from inspector_declarations where ? or subject = ? order by at, id
                        """)
                .params(actor.is(DISCIPLINE), actor.subject())
                .query((row, n) ->
                        new Declaration(
                                row.getObject("id", UUID.class),
                                row.getObject("subject", UUID.class),
                                row.getObject("school_id", UUID.class),
                                Kind.valueOf(row.getString("kind")),
                                row.getString("note"),
                                row.getString("waiver")))
                .list();
    }

    private boolean exists(UUID id) {
        return jdbc.sql("select exists (select from inspector_declarations where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}

package cn.sihong.submission.receipts;

import cn.sihong.platform.audit.Audit;
import cn.sihong.platform.audit.Audit.Deed;
import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.organisations.Organisations;
import cn.sihong.submission.organisations.Seats;
import cn.sihong.submission.programmes.Programme;
import cn.sihong.submission.programmes.Programmes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Receipts as they are given and as their readers see them. */
@Repository
class Receipts {

    private final Programmes programmes;
    private final Organisations organisations;
    private final Seats seats;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final Clock clock;

    Receipts(
            Programmes programmes,
            Organisations organisations,
            Seats seats,
            Audit audit,
            JdbcClient jdbc,
            Clock clock) {
        this.programmes = programmes;
        this.organisations = organisations;
        this.seats = seats;
        this.audit = audit;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** That a school has read an edition. */
    record Receipt(UUID schoolId, UUID unitId, int edition, Instant readAt) {}

    /** Acknowledges the edition in force; again changes nothing. */
    @Transactional
    public void give(Actor actor, Programme.Id id, Organisation.Id school) {
        var role = seats.mustHold(actor, school, Role.SCHOOL_SECRETARY, Role.INFO_OFFICER);
        var programme = programmes.published(id);
        var unit = organisations.get(school).unitId();
        if (unit == null) throw new NotYourUnit();
        var given =
                jdbc.sql(
                                """
                                insert into programme_receipts (programme_id, edition, school_id, unit_id, read_by, read_at)
                                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(
                                id.value(),
                                programme.edition(),
                                school.value(),
                                unit.value(),
                                actor.subject(),
                                clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
        if (given == 1)
            audit.record(
                    actor,
                    role,
                    new Deed(
                            "programme.read",
                            "school",
                            school.value().toString(),
                            id.value(),
                            "第 %d 版".formatted(programme.edition())));
    }

    /** For the edition in force, as far as the caller reaches. */
    @Transactional(readOnly = true)
    public List<Receipt> of(Programme.Id programme) {
        return jdbc.sql(
                        """
                        select r.* from programme_receipts r
                        join programmes p on p.id = r.programme_id and p.edition = r.edition
                        where r.programme_id = ? order by r.read_at, r.school_id
                        """)
                .param(programme.value())
                .query((row, n) ->
                        new Receipt(
                                row.getObject("school_id", UUID.class),
                                row.getObject("unit_id", UUID.class),
                                row.getInt("edition"),
                                row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

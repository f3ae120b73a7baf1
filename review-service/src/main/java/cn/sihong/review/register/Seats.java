package cn.sihong.review.register;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.NotYourUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Who may act for which organisation, in which role. */
@Repository
public class Seats {

    private final JdbcClient jdbc;

    Seats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The organisations somebody acts for, in whatever role. */
    public Set<UUID> organisationsOf(UUID subject) {
        return Set.copyOf(
                jdbc.sql("select organisation_id from seats where subject = ? and held")
                        .param(subject)
                        .query(UUID.class)
                        .list());
    }

    /** The organisations somebody acts for in this role. */
    public Set<UUID> organisationsOf(UUID subject, Role role) {
        return Set.copyOf(
                jdbc.sql(
                                "select organisation_id from seats where subject = ? and role = ? and held")
                        .params(subject, role.wireName())
                        .query(UUID.class)
                        .list());
    }

    /** Refuses who does not hold the role both in the token and at the organisation. */
    public void require(Actor actor, Role role, UUID organisation) {
        if (!actor.is(role) || !organisationsOf(actor.subject(), role).contains(organisation))
            throw new NotYourUnit();
    }

    /**
     * Refuses who belongs to the school or to the unit that screens it: nobody judges what they
     * answer for or have screened (research.md §4 回避, invariants 1 and 2).
     */
    public void requireNoStakeIn(Organisation school, UUID subject) {
        var own = organisationsOf(subject);
        if (own.contains(school.id()) || own.contains(school.unit())) throw new Recusal(school);
    }

    /** A seat was taken or left; an older word changes nothing. */
    void tell(Seat seat, boolean held, long version, Instant at) {
        jdbc.sql(
                        """
                        insert into seats (subject, organisation_id, role, held, version, told_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (subject, organisation_id, role) do update
                        set held = excluded.held, version = excluded.version, told_at = excluded.told_at
                        where seats.version < excluded.version
                        """)
                .params(seat.subject(), seat.organisationId(), seat.role(), held, version)
                .param(Timestamp.from(at))
                .update();
    }
}

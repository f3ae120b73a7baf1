package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.problem.NotYourUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who may act for which organisation, in which role. */
@Repository
public class Seats {

    private final JdbcClient jdbc;

    Seats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Both must agree: the seat here, and the role in the token. */
    public boolean holds(Actor actor, Organisation.Id organisation, Role role) {
        return actor.is(role)
                && jdbc.sql(
                                """
                                select exists (select from seats join people using (username)
                                               where subject = ? and organisation_id = ? and role = ?)
                                """)
                        .params(actor.subject(), organisation.value(), role.wireName())
                        .query(Boolean.class)
                        .single();
    }

    /**
     * The first of these roles in which the actor may act for the organisation; refuses if none.
     */
    public Role mustHold(Actor actor, Organisation.Id organisation, Role... roles) {
        return Arrays.stream(roles)
                .filter(role -> holds(actor, organisation, role))
                .findFirst()
                .orElseThrow(NotYourUnit::new);
    }

    /** A place where somebody acts, and as what. */
    record Seat(UUID organisationId, String name, OrganisationKind kind, Role role) {}

    /** Where the actor acts, by the organisations' codes. */
    List<Seat> of(Actor actor) {
        return jdbc.sql(
                        """
                        select o.id, o.name, o.kind, s.role
                        from seats s join people p using (username) join organisations o on o.id = s.organisation_id
                        where p.subject = ? order by o.code, s.role
                        """)
                .param(actor.subject())
                .query((row, n) ->
                        new Seat(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                OrganisationKind.valueOf(row.getString("kind")),
                                Role.of(row.getString("role")).orElseThrow()))
                .list();
    }

    /** All organisations the actor acts for, in whatever role. */
    public Set<UUID> organisationsOf(Actor actor) {
        return jdbc.sql(
                        """
                        select organisation_id from seats join people using (username) where subject = ?
                        """)
                .param(actor.subject())
                .query((row, n) -> row.getObject("organisation_id", UUID.class))
                .set();
    }
}

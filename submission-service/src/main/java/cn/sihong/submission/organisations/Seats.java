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
import java.util.stream.Collectors;

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
                                select exists (
                                    select from seats join people using (username)
                                    join organisations o on o.id = ?
                                    where subject = ? and role = ?
                                      and organisation_id in (o.id, o.successor_id))
                                """)
                        .params(organisation.value(), actor.subject(), role.wireName())
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

    /**
     * All organisations the actor acts for, in whatever role, those that were merged into them
     * among them.
     */
    public Set<UUID> organisationsOf(Actor actor) {
        return jdbc.sql(
                        """
                        select o.id as organisation_id
                        from seats s join people using (username)
                        join organisations o on s.organisation_id = o.id or s.organisation_id = o.successor_id
                        where subject = ?
                        """)
                .param(actor.subject())
                .query((row, n) -> row.getObject("organisation_id", UUID.class))
                .set();
    }

    /** The people in a seat of the organisation, or of the one it went on in, who have accounts. */
    public List<UUID> subjectsAt(Organisation.Id organisation, Role role) {
        return jdbc.sql(
                        """
                        select distinct p.subject
                        from organisations o join seats s on s.organisation_id = coalesce(o.successor_id, o.id)
                        join people p using (username)
                        where o.id = ? and s.role = ? and p.subject is not null order by 1
                        """)
                .params(organisation.value(), role.wireName())
                .query((row, n) -> row.getObject("subject", UUID.class))
                .list();
    }

    /** What the people in a seat of the organisation are called, with or without an account. */
    public List<String> namesAt(Organisation.Id organisation, Role role) {
        return jdbc.sql(
                        """
                        select distinct p.name
                        from organisations o join seats s on s.organisation_id = coalesce(o.successor_id, o.id)
                        join people p using (username)
                        where o.id = ? and s.role = ? order by 1
                        """)
                .params(organisation.value(), role.wireName())
                .query((row, n) -> row.getString("name"))
                .list();
    }

    /** Somebody with an account, all that they are and all places where. */
    public record Seated(UUID subject, String username, Set<Role> roles, Set<UUID> organisations) {}

    /** Everybody who sits anywhere and has an account. */
    public List<Seated> seated() {
        return jdbc.sql(
                        """
                        select p.subject, p.username, array_agg(distinct s.role) as roles, array_agg(distinct o.id) as places
                        from people p join seats s using (username)
                        join organisations o on s.organisation_id = o.id or s.organisation_id = o.successor_id
                        where p.subject is not null group by p.subject, p.username order by p.username
                        """)
                .query((row, n) ->
                        new Seated(
                                row.getObject("subject", UUID.class),
                                row.getString("username"),
                                Arrays.stream((String[]) row.getArray("roles").getArray())
                                        .map(role -> Role.of(role).orElseThrow())
                                        .collect(Collectors.toSet()),
                                Set.of((UUID[]) row.getArray("places").getArray())))
                .list();
    }

    /** Whether the school has a secretary and an info officer (R32, R37, invariant 21). */
    public boolean isStaffed(Organisation.Id school) {
        return !subjectsAt(school, Role.SCHOOL_SECRETARY).isEmpty()
                && !subjectsAt(school, Role.INFO_OFFICER).isEmpty();
    }
}

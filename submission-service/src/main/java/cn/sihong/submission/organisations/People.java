package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Role;
import cn.sihong.submission.organisations.Registration.Member;
import cn.sihong.submission.organisations.Registration.Seat;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The people of the tree: names, seats, and how far their accounts are. */
@Repository
class People {

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody whose account has to be opened or brought up to date. */
    record Waiting(String username, String name, Set<Role> roles, int attempts) {}

    /** A seat whose holder others do not know yet. */
    record Unannounced(UUID organisationId, Role role) {}

    /** How many accounts are how far. */
    record Accounts(long pending, long ready, long failed, long closed) {}

    /**
     * Writes a person with exactly these seats.
     *
     * @return the seats taken away of which others had heard; their holder's subject is known
     */
    Set<Seat> put(Member member) {
        jdbc.sql(
                        """
                        insert into people (username, name) values (?, ?)
                        on conflict (username) do update
                        set name = excluded.name, account = 'PENDING', fault = null, attempts = 0, next_try = now()
                        where people.name <> excluded.name
                        """)
                .params(member.username(), member.name())
                .update();
        var kept = seatsOf(member.username());
        for (var seat : member.seats()) if (!kept.contains(seat)) add(member.username(), seat);
        kept.removeAll(member.seats());
        kept.removeIf(seat -> !remove(member.username(), seat));
        return kept;
    }

    /** Somebody at a place, with the state of their account. */
    record Sitting(
            String username,
            String name,
            Organisation.Id organisation,
            Role role,
            String account) {}

    /** A seat and whoever sits there; nobody elsewhere knows of them before there is a subject. */
    record Occupied(String username, @Nullable UUID subject, Role role) {}

    List<Sitting> at(Organisation.Id organisation) {
        return sitting("where s.organisation_id = ?", organisation.value());
    }

    /** Everybody, at all places. */
    List<Sitting> sitting() {
        return sitting("");
    }

    private List<Sitting> sitting(String where, Object... values) {
        return jdbc.sql(
                        """
                        select username, p.name, s.organisation_id, s.role, p.account
                        from people p join seats s using (username) %s order by username, s.organisation_id, s.role
                        """
                                .formatted(where))
                .params(values)
                .query((row, n) ->
                        new Sitting(
                                row.getString("username"),
                                row.getString("name"),
                                new Organisation.Id(row.getObject("organisation_id", UUID.class)),
                                role(row.getString("role")),
                                row.getString("account")))
                .list();
    }

    /** Somebody with an account, and the place they are known by. */
    record Holder(UUID subject, String username, String name, String place) {}

    /**
     * Everybody with an account at the organisation, and at the schools of a unit, by place, each
     * once.
     */
    List<Holder> holders(Organisation.Id at) {
        return jdbc.sql(
                        """
                        select subject, username, name, place from (
                            select distinct on (p.subject) p.subject, username, p.name, o.name as place, o.code
                            from people p join seats s using (username) join organisations o on o.id = s.organisation_id
                            where :at in (o.id, o.unit_id) and p.account = 'READY' and p.subject is not null
                            order by p.subject, o.code) as once
                        order by code, username
                        """)
                .param("at", at.value())
                .query((row, n) ->
                        new Holder(
                                row.getObject("subject", UUID.class),
                                row.getString("username"),
                                row.getString("name"),
                                row.getString("place")))
                .list();
    }

    /** Ends all seats of an organisation; answers those others had heard of. */
    List<Occupied> leaveAll(Organisation.Id organisation) {
        jdbc.sql(
                        """
                        update people set account = 'PENDING', fault = null, attempts = 0, next_try = now()
                        where username in (select username from seats where organisation_id = ?)
                        """)
                .param(organisation.value())
                .update();
        return occupied(
                """
                with gone as (delete from seats where organisation_id = ? returning username, role, announced)
                select username, subject, role from gone join people using (username) where announced order by username, role
                """,
                organisation);
    }

    /** Seats of an organisation that others have heard of. */
    List<Occupied> announcedAt(Organisation.Id organisation) {
        return occupied(
                """
                select username, subject, role from seats join people using (username)
                where organisation_id = ? and announced order by username, role
                """,
                organisation);
    }

    private List<Occupied> occupied(String sql, Organisation.Id organisation) {
        return jdbc.sql(sql)
                .param(organisation.value())
                .query((row, n) ->
                        new Occupied(
                                row.getString("username"),
                                row.getObject("subject", UUID.class),
                                role(row.getString("role"))))
                .list();
    }

    Set<String> usernames() {
        return jdbc.sql("select username from people")
                .query((row, n) -> row.getString("username"))
                .set();
    }

    Optional<String> nameOf(String username) {
        return jdbc.sql("select name from people where username = ?")
                .param(username)
                .query(String.class)
                .optional();
    }

    /** Holds no seat any more and cannot sign in; a seat that came meanwhile is waited for. */
    void closed(String username) {
        jdbc.sql(
                        """
                        update people set fault = null,
                            account = case when exists (select from seats where seats.username = people.username)
                                           then 'PENDING' else 'CLOSED' end,
                            closed_at = case when not exists (select from seats where seats.username = people.username)
                                             then coalesce(closed_at, now()) end
                        where username = ?
                        """)
                .param(username)
                .update();
    }

    UUID subjectOf(String username) {
        return jdbc.sql("select subject from people where username = ?")
                .param(username)
                .query((row, n) -> row.getObject("subject", UUID.class))
                .single();
    }

    Set<Seat> seatsOf(String username) {
        return new HashSet<>(
                jdbc.sql("select organisation_id, role from seats where username = ?")
                        .param(username)
                        .query((row, n) ->
                                new Seat(
                                        new Organisation.Id(
                                                row.getObject("organisation_id", UUID.class)),
                                        role(row.getString("role"))))
                        .list());
    }

    private void add(String username, Seat seat) {
        jdbc.sql("insert into seats (username, organisation_id, role) values (?, ?, ?)")
                .params(username, seat.organisation().value(), seat.role().wireName())
                .update();
        wait(username);
    }

    /** The account no longer fits the seats. */
    private void wait(String username) {
        jdbc.sql(
                        """
                        update people set account = 'PENDING', fault = null, attempts = 0, next_try = now(),
                            closed_at = null
                        where username = ?
                        """)
                .param(username)
                .update();
    }

    /** Whether others had heard of the seat that is now gone. */
    private boolean remove(String username, Seat seat) {
        wait(username);
        return jdbc.sql(
                        """
                        delete from seats where username = ? and organisation_id = ? and role = ?
                        returning announced
                        """)
                .params(username, seat.organisation().value(), seat.role().wireName())
                .query((row, n) -> row.getBoolean("announced"))
                .single();
    }

    Accounts accounts() {
        return jdbc.sql(
                        """
                        select count(*) filter (where account = 'PENDING') as pending,
                               count(*) filter (where account = 'READY') as ready,
                               count(*) filter (where account = 'FAILED') as failed,
                               count(*) filter (where account = 'CLOSED') as closed
                        from people
                        """)
                .query((row, n) ->
                        new Accounts(
                                row.getLong("pending"),
                                row.getLong("ready"),
                                row.getLong("failed"),
                                row.getLong("closed")))
                .single();
    }

    /**
     * Takes some of the people who wait, for a while: nobody else gets them meanwhile, and if the
     * taker dies they wait again afterwards.
     */
    List<Waiting> take(int most, Instant now, Duration lease) {
        return jdbc.sql(
                        """
                        with due as (
                            select username from people
                            where account in ('PENDING', 'FAILED') and next_try <= :now
                            order by next_try limit :most for update skip locked)
                        update people set next_try = :until, attempts = attempts + 1
                        from due where people.username = due.username
                        returning people.username, name, attempts,
                            array(select distinct role from seats where seats.username = people.username) as roles
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) ->
                        new Waiting(
                                row.getString("username"),
                                row.getString("name"),
                                roles((String[]) row.getArray("roles").getArray()),
                                row.getInt("attempts")))
                .list();
    }

    /**
     * The account is there with these roles; a seat that came or went meanwhile keeps the person
     * waiting.
     */
    void ready(String username, UUID subject, Set<Role> roles) {
        jdbc.sql(
                        """
                        update people set subject = :subject, fault = null,
                            account = case when array(
                                select distinct role from seats where seats.username = people.username order by role)
                                = :roles::text[] then 'READY' else 'PENDING' end
                        where username = :username
                        """)
                .param("username", username)
                .param("subject", subject)
                .param("roles", roles.stream().map(Role::wireName).sorted().toArray(String[]::new))
                .update();
    }

    /**
     * Seats of the person in these roles that others have not heard of; they count as heard now.
     */
    List<Unannounced> announce(String username, Set<Role> roles) {
        return jdbc.sql(
                        """
                        update seats set announced = true
                        where username = ? and not announced and role = any (?)
                        returning organisation_id, role
                        """)
                .params(username, roles.stream().map(Role::wireName).toArray(String[]::new))
                .query((row, n) ->
                        new Unannounced(
                                row.getObject("organisation_id", UUID.class),
                                role(row.getString("role"))))
                .list();
    }

    /** To be tried again then; failed for good only if there is a fault to correct. */
    void postpone(String username, Instant nextTry, @Nullable String fault) {
        jdbc.sql(
                        """
                        update people set account = case when :fault::text is null then 'PENDING' else 'FAILED' end,
                            fault = :fault, next_try = :nextTry
                        where username = :username
                        """)
                .param("username", username)
                .param("nextTry", nextTry.atOffset(ZoneOffset.UTC))
                .param("fault", fault)
                .update();
    }

    private static Set<Role> roles(String[] wireNames) {
        var roles = new HashSet<Role>();
        for (var wireName : wireNames) roles.add(role(wireName));
        return roles;
    }

    private static Role role(String wireName) {
        return Role.of(wireName).orElseThrow();
    }
}

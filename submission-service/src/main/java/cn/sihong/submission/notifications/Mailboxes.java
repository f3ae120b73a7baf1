package cn.sihong.submission.notifications;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.submission.notifications.Mailbox.Rhythm;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Addresses people left themselves; nobody else reads them. */
@Repository
class Mailboxes {

    private final JdbcClient jdbc;

    Mailboxes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Mailbox> of(Actor actor) {
        return jdbc.sql("select subject, address, rhythm from mailboxes where subject = ?")
                .param(actor.subject())
                .query((row, n) -> mailbox(row))
                .optional();
    }

    void put(Actor actor, String address, Rhythm rhythm, Instant now) {
        jdbc.sql(
                        """
                        insert into mailboxes (subject, address, rhythm, roles, since) values (?, ?, ?, ?, ?)
                        on conflict (subject) do update
                        set address = excluded.address, rhythm = excluded.rhythm, roles = excluded.roles
                        """)
                .params(
                        actor.subject(),
                        address,
                        rhythm.name(),
                        Notifications.roles(actor),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(Actor actor) {
        jdbc.sql("delete from mailboxes where subject = ?").param(actor.subject()).update();
    }

    /** A role somebody no longer holds must not bring them mail. */
    void refresh(Actor actor) {
        jdbc.sql("update mailboxes set roles = ? where subject = ? and roles <> ?::text[]")
                .params(Notifications.roles(actor), actor.subject(), Notifications.roles(actor))
                .update();
    }

    List<Mailbox> all() {
        return jdbc.sql("select subject, address, rhythm from mailboxes order by subject")
                .query((row, n) -> mailbox(row))
                .list();
    }

    private static Mailbox mailbox(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Mailbox(
                row.getObject("subject", UUID.class),
                row.getString("address"),
                Rhythm.valueOf(row.getString("rhythm")));
    }
}

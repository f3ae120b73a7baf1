package cn.sihong.submission.notifications;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.platform.outbox.Ids;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Mails that were claimed, and what became of them. A notification goes to a person in one mail:
 * the primary key says so, whichever replica asks.
 */
@Repository
class Mails {

    private final JdbcClient jdbc;

    Mails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One thing in a mail. */
    record Item(UUID id, String title, String body, String link) {}

    /** A mail nobody else will send. */
    record Claimed(UUID id, String address, boolean digest, List<Item> items) {}

    /** How many mails came to which end. */
    record Counts(long sent, long refused, long uncertain) {}

    /** One mail for one thing that is new to the owner of the mailbox. */
    @Transactional
    Optional<Claimed> claimOne(Mailbox mailbox, Instant now) {
        return claim(mailbox, now, false, 1);
    }

    /** The day's mail with all that is new, once a day. */
    @Transactional
    Optional<Claimed> claimDigest(Mailbox mailbox, Instant now) {
        return claim(mailbox, now, true, 100);
    }

    private Optional<Claimed> claim(Mailbox mailbox, Instant now, boolean digest, int most) {
        // two replicas at one mailbox: the second finds nothing new
        var mine =
                jdbc.sql("select 1 from mailboxes where subject = ? for update skip locked")
                        .param(mailbox.subject())
                        .query(Integer.class)
                        .optional();
        if (mine.isEmpty()) return Optional.empty();
        var items = fresh(mailbox.subject(), now, most);
        if (items.isEmpty()) return Optional.empty();
        var id = Ids.next();
        var written =
                jdbc.sql(
                                """
                                insert into mails (id, subject, day, digest, state, claimed_at)
                                values (?, ?, ?, ?, 'CLAIMED', ?)
                                on conflict (subject, day) where digest do nothing
                                """)
                        .params(
                                id,
                                mailbox.subject(),
                                now.atZone(WorkingDays.BEIJING).toLocalDate(),
                                digest,
                                now.atOffset(ZoneOffset.UTC))
                        .update();
        if (written == 0) return Optional.empty();
        for (var item : items)
            jdbc.sql(
                            """
                            insert into mailed_notifications (notification_id, subject, mail_id) values (?, ?, ?)
                            """)
                    .params(item.id(), mailbox.subject(), id)
                    .update();
        return Optional.of(new Claimed(id, mailbox.address(), digest, items));
    }

    /** Unread, in no mail yet, still of use, and told since the mailbox was opened. */
    private List<Item> fresh(UUID subject, Instant now, int most) {
        return jdbc.sql(
                        """
                        select n.id, n.title, n.body, n.link
                        from mailboxes m
                        join notifications n on (n.subject = m.subject or n.role = any (m.roles)) and n.told_at >= m.since
                        where m.subject = :subject
                          and (n.due is null or n.due >= :now)
                          and not exists (select from notification_reads r
                                          where r.notification_id = n.id and r.subject = :subject)
                          and not exists (select from mailed_notifications o
                                          where o.notification_id = n.id and o.subject = :subject)
                        order by n.id limit :most
                        """)
                .param("subject", subject)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) ->
                        new Item(
                                row.getObject("id", UUID.class),
                                row.getString("title"),
                                row.getString("body"),
                                row.getString("link")))
                .list();
    }

    void sent(UUID mail) {
        end(mail, "SENT", null);
    }

    void uncertain(UUID mail, String reason) {
        end(mail, "UNCERTAIN", reason);
    }

    /** The server said no for good: that address gets nothing of this mail. */
    void refused(UUID mail, String reason) {
        end(mail, "REFUSED", reason);
    }

    private void end(UUID mail, String state, @Nullable String reason) {
        jdbc.sql("update mails set state = ?, reason = ? where id = ?")
                .param(state)
                .param(reason)
                .param(mail)
                .update();
    }

    /** It certainly was not sent: what was in it is new again. */
    @Transactional
    void release(UUID mail) {
        jdbc.sql("delete from mailed_notifications where mail_id = ?").param(mail).update();
        jdbc.sql("delete from mails where id = ?").param(mail).update();
    }

    /** Mails whose sender died before it could say how it went; they are not sent again. */
    int giveUp(Instant claimedBefore) {
        return jdbc.sql(
                        """
                        update mails set state = 'UNCERTAIN', reason = 'the sender died'
                        where state = 'CLAIMED' and claimed_at < ?
                        """)
                .param(claimedBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    Counts counts() {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'SENT') as sent,
                               count(*) filter (where state = 'REFUSED') as refused,
                               count(*) filter (where state = 'UNCERTAIN') as uncertain
                        from mails
                        """)
                .query((row, n) ->
                        new Counts(
                                row.getLong("sent"),
                                row.getLong("refused"),
                                row.getLong("uncertain")))
                .single();
    }
}

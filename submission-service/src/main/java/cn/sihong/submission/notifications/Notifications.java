package cn.sihong.submission.notifications;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.outbox.Ids;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** What people were told, and what they have read of it. */
@Repository
class Notifications {

    private final JdbcClient jdbc;

    Notifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something to tell.
     *
     * @param occasion the same for the same occasion, which is told once
     */
    record Message(
            UUID occasion,
            String template,
            Template.Words words,
            String link,
            @Nullable Instant due) {}

    /** A notification as its reader sees it. */
    record Shown(
            UUID id,
            String template,
            String title,
            String body,
            String link,
            Instant toldAt,
            boolean read) {}

    /** Tells one person, unless they were told of the occasion before. */
    void tell(UUID subject, Message message, Instant at) {
        insert(subject, null, message, at);
    }

    /** Tells everybody of the bureau who holds the role, likewise. */
    void tell(Role role, Message message, Instant at) {
        insert(null, role.wireName(), message, at);
    }

    private void insert(
            @Nullable UUID subject, @Nullable String role, Message message, Instant at) {
        var due = message.due();
        jdbc.sql(
                        """
                        insert into notifications (id, occasion_id, subject, role, template, title, body, link, due, told_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (occasion_id, coalesce(subject::text, role)) do nothing
                        """)
                .param(Ids.next())
                .param(message.occasion())
                .param(subject)
                .param(role)
                .param(message.template())
                .param(message.words().title())
                .param(message.words().body())
                .param(message.link())
                .param(due == null ? null : due.atOffset(ZoneOffset.UTC))
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first. */
    Page<Shown> of(Actor actor, boolean unreadOnly, PageRequest request) {
        var rows =
                jdbc.sql(
                                """
                                select n.*, r.read_at is not null as read
                                from notifications n
                                left join notification_reads r on r.notification_id = n.id and r.subject = :subject
                                where (n.subject = :subject or n.role = any (:roles))
                                  and (:after::uuid is null or n.id < :after::uuid)
                                  and (not :unreadOnly or r.read_at is null)
                                order by n.id desc limit :limit
                                """)
                        .param("subject", actor.subject())
                        .param("roles", roles(actor))
                        .param("after", request.afterId().orElse(null))
                        .param("unreadOnly", unreadOnly)
                        .param("limit", request.limitAndOne())
                        .query((row, n) ->
                                new Shown(
                                        row.getObject("id", UUID.class),
                                        row.getString("template"),
                                        row.getString("title"),
                                        row.getString("body"),
                                        row.getString("link"),
                                        row.getObject("told_at", OffsetDateTime.class).toInstant(),
                                        row.getBoolean("read")))
                        .list();
        return Page.of(rows, request, shown -> shown.id().toString());
    }

    long unread(Actor actor) {
        return jdbc.sql(
                        """
                        select count(*) from notifications n
                        where (n.subject = :subject or n.role = any (:roles))
                          and not exists (select from notification_reads r
                                          where r.notification_id = n.id and r.subject = :subject)
                        """)
                .param("subject", actor.subject())
                .param("roles", roles(actor))
                .query(Long.class)
                .single();
    }

    /** Reading again changes nothing. */
    void read(Actor actor, UUID notification, Instant at) {
        if (readAll(actor, notification, at) == 0 && !isFor(actor, notification))
            throw new NoSuchNotification();
    }

    /** Marks one, or all up to now, as read. */
    int readAll(Actor actor, @Nullable UUID one, Instant at) {
        return jdbc.sql(
                        """
                        insert into notification_reads (notification_id, subject, read_at)
                        select n.id, :subject, :at from notifications n
                        where (n.subject = :subject or n.role = any (:roles))
                          and (:one::uuid is null or n.id = :one::uuid)
                        on conflict do nothing
                        """)
                .param("subject", actor.subject())
                .param("roles", roles(actor))
                .param("one", one)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean isFor(Actor actor, UUID notification) {
        return jdbc.sql(
                        """
                        select exists (select from notifications
                                       where id = ? and (subject = ? or role = any (?)))
                        """)
                .params(notification, actor.subject(), roles(actor))
                .query(Boolean.class)
                .single();
    }

    static String[] roles(Actor actor) {
        return actor.roles().stream().map(Role::wireName).toArray(String[]::new);
    }
}

package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.outbox.Ids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What happened to organisations: the names they had, where they stood, whom they joined. */
@Repository
class OrganisationChanges {

    private final JdbcClient jdbc;

    OrganisationChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Kind {
        RENAMED,
        MOVED,
        MERGED
    }

    /** A change, in the names of its time. */
    record Change(Kind kind, String before, String after, String reason, Instant changedAt) {}

    void add(
            Actor actor,
            Organisation.Id organisation,
            Kind kind,
            String before,
            String after,
            String reason,
            Instant at) {
        jdbc.sql(
                        """
                        insert into organisation_changes
                            (id, organisation_id, kind, before, after, reason, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.next(),
                        organisation.value(),
                        kind.name(),
                        before,
                        after,
                        reason,
                        actor.subject(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The oldest first; also what happened to those who went on in this organisation. */
    List<Change> of(Organisation.Id organisation) {
        return jdbc.sql(
                        """
                        select c.* from organisation_changes c join organisations o on o.id = c.organisation_id
                        where o.id = :id or o.successor_id = :id
                        order by c.changed_at, c.id
                        """)
                .param("id", organisation.value())
                .query((row, n) ->
                        new Change(
                                Kind.valueOf(row.getString("kind")),
                                row.getString("before"),
                                row.getString("after"),
                                row.getString("reason"),
                                row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

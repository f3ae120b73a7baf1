package cn.sihong.submission.sketches;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.problem.StaleVersion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Each person's own, one a page. */
@Repository
class Sketches {

    private final JdbcClient jdbc;
    private final Clock clock;

    Sketches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Sketch of(Actor actor, String page) {
        return jdbc.sql("select * from sketches where subject = ? and page = ?")
                .params(actor.subject(), page)
                .query((row, n) ->
                        new Sketch(
                                row.getString("page"),
                                row.getString("content"),
                                row.getLong("version"),
                                row.getObject("kept_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseGet(() -> Sketch.none(page));
    }

    /**
     * Keeps it in place of the version that was seen; the same once more changes nothing.
     *
     * @throws StaleVersion if another window of theirs kept something else meanwhile
     */
    @Transactional
    public Sketch keep(Actor actor, String page, String content, long seen) {
        var now = clock.instant();
        var written =
                seen == 0
                        ? add(actor, page, content, now)
                        : replace(actor, page, content, seen, now);
        var kept = of(actor, page);
        if (!written && !content.equals(kept.content())) throw new StaleVersion();
        return kept;
    }

    private boolean add(Actor actor, String page, String content, Instant now) {
        return jdbc.sql(
                                """
                                insert into sketches (subject, page, content, version, kept_at) values (?, ?, ?, 1, ?)
                                on conflict do nothing
                                """)
                        .params(actor.subject(), page, content, now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private boolean replace(Actor actor, String page, String content, long seen, Instant now) {
        return jdbc.sql(
                                """
                                update sketches set content = ?, version = version + 1, kept_at = ?
                                where subject = ? and page = ? and version = ?
                                """)
                        .params(content, now.atOffset(ZoneOffset.UTC), actor.subject(), page, seen)
                        .update()
                > 0;
    }

    /** What is not there is left as it is. */
    void remove(Actor actor, String page) {
        jdbc.sql("delete from sketches where subject = ? and page = ?")
                .params(actor.subject(), page)
                .update();
    }
}

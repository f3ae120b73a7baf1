package cn.sihong.platform.audit;

import cn.sihong.platform.keycloak.Actor;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What somebody did of late (已办), as the audit trail has it; each reads their own and no other's.
 */
public class Deeds {

    /** So many are looked through; a long day on site is a few hundred records of one visit. */
    private static final int LOOKED_THROUGH = 1_000;

    private static final int SHOWN = 30;

    private final JdbcClient jdbc;

    Deeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something that was done, once for all times that it was done to the same thing.
     *
     * @param action {@code application.submit}
     * @param at when it was done last
     */
    public record Done(
            String action, String about, String aboutId, @Nullable UUID programmeId, Instant at) {}

    /** The newest first, {@value #SHOWN} at most. */
    public List<Done> of(Actor actor) {
        return jdbc.sql(
                        """
                        select action, about, about_id, programme_id, max(at) as at
                        from (select * from audit where subject = :me order by id desc limit :through) as lately
                        group by action, about, about_id, programme_id
                        order by max(id) desc limit :shown
                        """)
                .param("me", actor.subject())
                .param("through", LOOKED_THROUGH)
                .param("shown", SHOWN)
                .query((row, n) ->
                        new Done(
                                row.getString("action"),
                                row.getString("about"),
                                row.getString("about_id"),
                                row.getObject("programme_id", UUID.class),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}

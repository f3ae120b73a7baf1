package cn.sihong.platform.audit;

import cn.sihong.platform.keycloak.Actor;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What somebody did of late (已办), as the audit trail has it; each reads their own and no other's.
 */
public class Deeds {

    /** So many are looked through; a long day on site is a few hundred records of one visit. */
    private static final int LOOKED_THROUGH = 1_000;

    private static final int SHOWN = 30;

    private final JdbcClient jdbc;
    private final NamesOfThings names;

    Deeds(JdbcClient jdbc, NamesOfThings names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /**
     * Something that was done, once for all times that it was done to the same thing.
     *
     * @param action {@code application.submit}
     * @param name what the thing is called today; nothing where it has no name, or is the caller's
     *     to see no more
     * @param at when it was done last
     */
    public record Done(
            String action,
            String about,
            String aboutId,
            @Nullable String name,
            @Nullable UUID programmeId,
            Instant at) {

        private Done called(@Nullable String name) {
            return new Done(action, about, aboutId, name, programmeId, at);
        }
    }

    /** The newest first, {@value #SHOWN} at most. */
    @Transactional(readOnly = true)
    public List<Done> of(Actor actor) {
        var done = doneBy(actor);
        var named = new HashMap<String, String>();
        names.byKind().forEach((kind, query) -> named.putAll(namesOf(kind, query, done)));
        return done.stream().map(one -> one.called(named.get(one.aboutId()))).toList();
    }

    private List<Done> doneBy(Actor actor) {
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
                                null,
                                row.getObject("programme_id", UUID.class),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Map<String, String> namesOf(String kind, String query, List<Done> done) {
        var ids =
                done.stream()
                        .filter(one -> one.about().equals(kind))
                        .map(one -> UUID.fromString(one.aboutId()))
                        .distinct()
                        .toArray(UUID[]::new);
        if (ids.length == 0) return Map.of();
        var found = new HashMap<String, String>();
        jdbc.sql(query)
                .param("ids", ids)
                .query(row -> {
                    var name = row.getString("name");
                    if (name != null && !name.isEmpty()) found.put(row.getString("id"), name);
                });
        return found;
    }
}

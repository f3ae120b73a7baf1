package cn.sihong.award.register;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The names of the organisations, and to which unit each belongs. */
@Repository
public class Organisations {

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The public names of these organisations, as far as they are known. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return jdbc
                .sql("select id, name from organisations where id = any (?::uuid[])")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) ->
                        Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The public name; empty as long as the organisation has not been heard of. */
    public String nameOf(UUID id) {
        return names(List.of(id)).getOrDefault(id, "");
    }

    /** The unit a school belongs to; absent for what is no school. */
    public Optional<UUID> unitOf(UUID school) {
        return jdbc.sql("select unit_id from organisations where id = ? and unit_id is not null")
                .param(school)
                .query((row, n) -> row.getObject("unit_id", UUID.class))
                .optional();
    }

    void keep(UUID id, String name, @Nullable String phase, @Nullable UUID unit, long version) {
        jdbc.sql(
                        """
                        insert into organisations (id, name, phase, unit_id, version) values (?, ?, ?, ?, ?)
                        on conflict (id) do update set
                            name = excluded.name, phase = excluded.phase, unit_id = excluded.unit_id, version = excluded.version
                        where organisations.version < excluded.version
                        """)
                .param(id)
                .param(name)
                .param(phase)
                .param(unit)
                .param(version)
                .update();
    }
}

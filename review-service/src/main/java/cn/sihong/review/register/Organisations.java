package cn.sihong.review.register;

import static java.util.stream.Collectors.toMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The organisation tree. */
@Repository
public class Organisations {

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Organisation> find(UUID id) {
        return jdbc.sql("select * from organisations where id = ?")
                .param(id)
                .query(Organisations::organisation)
                .optional();
    }

    /** All schools and direct units: those who judge and are judged. */
    public List<Organisation> schools() {
        return jdbc.sql(
                        """
                        select * from organisations where kind in ('SCHOOL', 'DIRECT_UNIT') order by id
                        """)
                .query(Organisations::organisation)
                .list();
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

    /** Replaces what was said before, unless that is newer. */
    void register(Organisation organisation, long version) {
        jdbc.sql(
                        """
                        insert into organisations (id, name, kind, version, unit_id, parent_id)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (id) do update
                        set name = excluded.name, kind = excluded.kind, version = excluded.version,
                            unit_id = excluded.unit_id, parent_id = excluded.parent_id
                        where organisations.version < excluded.version
                        """)
                .params(organisation.id(), organisation.name(), organisation.kind(), version)
                .param(organisation.unitId())
                .param(organisation.parentId())
                .update();
    }

    private static Organisation organisation(ResultSet row, int n) throws SQLException {
        return new Organisation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("kind"),
                row.getObject("unit_id", UUID.class),
                row.getObject("parent_id", UUID.class));
    }
}

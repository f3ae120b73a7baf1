package cn.sihong.award.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.UUID;

/** The names of the organisations, and to which unit each belongs. */
@Repository
class Organisations {

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

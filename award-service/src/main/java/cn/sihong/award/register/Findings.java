package cn.sihong.award.register;

import cn.sihong.contracts.Stamp;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.UUID;

/** What was found wrong at schools, and whether it is closed. */
@Repository
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A finding of no programme holds up no selection. */
    void keep(Stamp stamp, UUID finding, UUID school, boolean closed) {
        if (stamp.programmeId() == null) return;
        jdbc.sql(
                        """
                        insert into findings (id, version, programme_id, school_id, closed)
                        values (?, ?, ?, ?, ?)
                        on conflict (id) do update set
                            version = excluded.version, closed = excluded.closed
                        where findings.version < excluded.version
                        """)
                .params(finding, stamp.version(), stamp.programmeId(), school, closed)
                .update();
    }
}

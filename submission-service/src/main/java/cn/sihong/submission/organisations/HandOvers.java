package cn.sihong.submission.organisations;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.outbox.Ids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Who gave the files to whom. */
@Repository
class HandOvers {

    private final JdbcClient jdbc;

    HandOvers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            Actor actor,
            Organisation.Id organisation,
            List<String> predecessors,
            String successor,
            String note,
            Instant at) {
        jdbc.sql(
                        """
                        insert into hand_overs (id, organisation_id, predecessors, successor, note, handed_by, handed_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.next(),
                        organisation.value(),
                        predecessors.toArray(String[]::new),
                        successor,
                        note,
                        actor.subject(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }
}

package cn.sihong.review.mutualreview;

import cn.sihong.platform.keycloak.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the witnesses of all rounds entered. */
@Repository
class Witnesses {

    private final JdbcClient jdbc;

    Witnesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of this run, in the order in which they came. */
    List<Witness> of(UUID round, int run) {
        return jdbc.sql(
                        """
                        select * from round_witnesses where round_id = ? and run = ? order by place
                        """)
                .params(round, run)
                .query((row, n) ->
                        new Witness(
                                row.getObject("subject", UUID.class),
                                row.getString("name"),
                                Role.of(row.getString("role")).orElseThrow(),
                                row.getString("seed"),
                                row.getString("dice")))
                .list();
    }

    /** False if two others came before. */
    boolean enter(UUID round, int run, Witness witness, Instant at) {
        return jdbc.sql(
                                """
                                insert into round_witnesses
                                    (round_id, run, place, subject, name, role, seed, dice, entered_at)
                                select :round, :run,
                                       coalesce((select place from round_witnesses
                                                 where round_id = :round and run = :run and subject = :subject),
                                                (select count(*) + 1 from round_witnesses
                                                 where round_id = :round and run = :run)),
                                       :subject, :name, :role, :seed, :dice, :at
                                where (select count(*) from round_witnesses
                                       where round_id = :round and run = :run and subject <> :subject) < 2
                                on conflict (round_id, run, subject) do update
                                set seed = excluded.seed, dice = excluded.dice, entered_at = excluded.entered_at
                                """)
                        .param("round", round)
                        .param("run", run)
                        .param("subject", witness.subject())
                        .param("name", witness.name())
                        .param("role", witness.role().wireName())
                        .param("seed", witness.seed())
                        .param("dice", witness.dice())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }
}

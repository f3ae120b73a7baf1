package cn.sihong.review.ledger;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** When the stages of programmes close: then the ledger is sealed with a checkpoint of its own. */
@Repository
class LedgerStages {

    record Close(UUID programme, String stage) {}

    private final JdbcClient jdbc;

    LedgerStages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces what was said before, unless that is newer. */
    void tell(Close close, LocalDate on, long version) {
        jdbc.sql(
                        """
                        insert into ledger_stages (programme_id, stage, closes_on, version) values (?, ?, ?, ?)
                        on conflict (programme_id, stage) do update
                        set closes_on = excluded.closes_on, version = excluded.version
                        where ledger_stages.version < excluded.version
                        """)
                .params(close.programme(), close.stage(), on, version)
                .update();
    }

    /** Stages whose last day is over and that have no checkpoint yet. */
    List<Close> due(LocalDate today) {
        return jdbc.sql(
                        """
                        select programme_id, stage from ledger_stages s
                        where closes_on < ? and not exists (
                            select from ledger_checkpoints c
                            where c.reason = 'STAGE' and c.programme_id = s.programme_id and c.stage = s.stage)
                        order by closes_on, programme_id, stage
                        """)
                .param(today)
                .query((row, n) ->
                        new Close(
                                row.getObject("programme_id", UUID.class), row.getString("stage")))
                .list();
    }
}

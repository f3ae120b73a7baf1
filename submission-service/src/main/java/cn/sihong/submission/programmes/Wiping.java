package cn.sihong.submission.programmes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away a demonstration with all that refers to it, directly or over other tables. Which
 * tables these are, the database knows: a new feature's tables are wiped too without being told.
 * The database does it as their owner, for some of them the service may only add to.
 */
@Repository
class Wiping {

    private final JdbcClient jdbc;

    Wiping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows are gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long wipe(Programme.Id programme) {
        return jdbc.sql("select wipe_demonstration(?)")
                .param(programme.value())
                .query(Long.class)
                .single();
    }
}

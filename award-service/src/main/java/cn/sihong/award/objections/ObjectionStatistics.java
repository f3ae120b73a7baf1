package cn.sihong.award.objections;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.util.UUID;

/** What the Party group reads of all objections of a programme (research.md §8.19): counts only. */
@Repository
class ObjectionStatistics {

    private final JdbcClient jdbc;

    ObjectionStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts.
     *
     * @param late accepted, turned down or reported after the day it was due, or due and not done
     */
    record Counts(
            int registered,
            int objections,
            int appeals,
            int byPersons,
            int byUnits,
            int open,
            int notAccepted,
            int sustained,
            int notSustained,
            int extended,
            int late) {}

    @Transactional(readOnly = true)
    public Counts of(UUID programme, java.time.LocalDate today) {
        return jdbc.sql(
                        """
                        select count(*) as registered,
                               count(*) filter (where kind = 'OBJECTION') as objections,
                               count(*) filter (where kind <> 'OBJECTION') as appeals,
                               count(*) filter (where voice = 'PERSON') as by_persons,
                               count(*) filter (where voice = 'UNIT') as by_units,
                               count(*) filter (where state in ('REGISTERED', 'ACCEPTED', 'INVESTIGATED')) as open,
                               count(*) filter (where state = 'NOT_ACCEPTED') as not_accepted,
                               count(*) filter (where sustained) as sustained,
                               count(*) filter (where not sustained) as not_sustained,
                               count(*) filter (where extended_because is not null) as extended,
                               count(*) filter (where coalesce(accepted_on, not_accepted_on, :today) > accept_by
                                   or coalesce(reported_on, :today) > investigate_by) as late
                        from objections where programme_id = :programme
                        """)
                .param("programme", programme)
                .param("today", today)
                .query((row, n) ->
                        new Counts(
                                row.getInt("registered"),
                                row.getInt("objections"),
                                row.getInt("appeals"),
                                row.getInt("by_persons"),
                                row.getInt("by_units"),
                                row.getInt("open"),
                                row.getInt("not_accepted"),
                                row.getInt("sustained"),
                                row.getInt("not_sustained"),
                                row.getInt("extended"),
                                row.getInt("late")))
                .single();
    }
}

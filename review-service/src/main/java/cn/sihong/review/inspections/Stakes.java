package cn.sihong.review.inspections;

import cn.sihong.platform.calendar.WorkingDays;
import cn.sihong.review.register.Organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Why somebody must not inspect a school (research.md §4 回避): they sit at it or at the unit that
 * screens it, sat there in the last three years, or declared a tie that discipline did not waive.
 */
@Repository
class Stakes {

    private static final int YEARS = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    Stakes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What ties somebody to a school. */
    record Stake(UUID subject, UUID schoolId, Reason reason) {}

    enum Reason {
        SITS_THERE,
        SAT_THERE,
        DECLARED
    }

    /** All ties of these people to these schools. */
    List<Stake> between(Collection<UUID> subjects, Collection<Organisation> schools) {
        return jdbc.sql(
                        """
                        with school (id, unit_id) as (select * from unnest(:schools::uuid[], :units::uuid[]))
                        select s.subject, c.id as school_id, 'SITS_THERE' as reason
                        from seats s join school c on s.organisation_id in (c.id, c.unit_id)
                        where s.subject = any (:subjects) and s.held
                        union
                        select f.subject, c.id, 'SAT_THERE'
                        from seats f join school c on f.organisation_id in (c.id, c.unit_id)
                        where f.subject = any (:subjects) and not f.held and f.told_at >= :since
                        union
                        select d.subject, c.id, 'DECLARED'
                        from inspector_declarations d join school c on c.id = d.school_id
                        where d.subject = any (:subjects) and d.waived_by is null
                        order by 1, 2, 3
                        """)
                .param("schools", schools.stream().map(Organisation::id).toArray(UUID[]::new))
                .param("units", schools.stream().map(Organisation::unit).toArray(UUID[]::new))
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("since", Timestamp.from(since()))
                .query((row, n) ->
                        new Stake(
                                row.getObject("subject", UUID.class),
                                row.getObject("school_id", UUID.class),
                                Reason.valueOf(row.getString("reason"))))
                .list();
    }

    /** Refuses who has a tie to the school. */
    void requireNone(Organisation school, Collection<UUID> subjects) {
        if (!between(subjects, List.of(school)).isEmpty()) throw new TiedToTheSchool(school);
    }

    private Instant since() {
        return LocalDate.now(clock).minusYears(YEARS).atStartOfDay(WorkingDays.BEIJING).toInstant();
    }
}

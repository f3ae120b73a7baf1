package cn.sihong.award.register;

import cn.sihong.contracts.AppraisalEvent.Counted;
import cn.sihong.contracts.AppraisalEvent.Opened;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

/** What members and the public said of schools and applications (R49). */
@Repository
public class Appraisals {

    private final JdbcClient jdbc;

    Appraisals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many ballots of a programme are open that day: their counts are still to come. */
    public int open(UUID programme, LocalDate today) {
        return jdbc.sql(
                        """
                        select count(*) from appraisals
                        where programme_id = ? and closes_on >= ?
                          and not exists (select from appraisal_counts where appraisal_id = appraisals.id)
                        """)
                .params(programme, today)
                .query(Integer.class)
                .single();
    }

    void open(Opened said) {
        jdbc.sql(
                        """
                        insert into appraisals (id, version, programme_id, closes_on) values (?, ?, ?, ?)
                        on conflict (id) do update set
                            version = excluded.version, closes_on = excluded.closes_on
                        where appraisals.version < excluded.version
                        """)
                .params(
                        said.appraisalId(),
                        said.stamp().version(),
                        Objects.requireNonNull(said.stamp().programmeId()),
                        said.closesOn())
                .update();
    }

    void count(Counted said) {
        var application = said.applicationId();
        jdbc.sql(
                        """
                        insert into appraisal_counts (appraisal_id, subject_id, version, programme_id,
                            electorate, counted_at, satisfaction, advisory)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (appraisal_id, subject_id) do update set
                            version = excluded.version, counted_at = excluded.counted_at,
                            satisfaction = excluded.satisfaction, advisory = excluded.advisory
                        where appraisal_counts.version < excluded.version
                        """)
                .params(
                        said.appraisalId(),
                        application == null ? said.schoolId() : application,
                        said.stamp().version(),
                        Objects.requireNonNull(said.stamp().programmeId()),
                        said.electorate(),
                        said.stamp().at().atOffset(ZoneOffset.UTC))
                .param(said.satisfaction())
                .param(said.advisory())
                .update();
    }
}

package cn.sihong.award.statistics;

import cn.sihong.contracts.AppraisalEvent;
import cn.sihong.contracts.InspectionEvent;
import cn.sihong.contracts.MutualReviewEvent;
import cn.sihong.contracts.Stamp;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The rows that are counted. Events may come twice, late and in any order among topics. */
@Repository
class Counts {

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void plan(Stamp stamp, UUID plan, UUID school, UUID unit, int stage) {
        jdbc.sql(
                        """
                        insert into counted_plans (plan_id, version, programme_id, school_id, unit_id, stage)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (plan_id) do update set version = excluded.version, stage = excluded.stage,
                            school_id = excluded.school_id, unit_id = excluded.unit_id
                        where counted_plans.version < excluded.version
                        """)
                .params(plan, stamp.version(), programme(stamp), school, unit, stage)
                .update();
    }

    /** A recommendation is said once and stays, whatever comes after it. */
    void application(
            Stamp stamp,
            UUID application,
            UUID school,
            UUID unit,
            String category,
            int stage,
            @Nullable Boolean recommended) {
        jdbc.sql(
                        """
                        insert into counted_applications (application_id, version, programme_id, school_id, unit_id,
                            category, stage, recommended)
                        values (:application, :version, :programme, :school, :unit, :category, :stage, :recommended)
                        on conflict (application_id) do update set
                            version = greatest(counted_applications.version, excluded.version),
                            stage = case when counted_applications.version < excluded.version
                                         then excluded.stage else counted_applications.stage end,
                            recommended = case when counted_applications.version < excluded.version
                                               then coalesce(excluded.recommended, counted_applications.recommended)
                                               else coalesce(counted_applications.recommended, excluded.recommended) end
                        """)
                .param("application", application)
                .param("version", stamp.version())
                .param("programme", programme(stamp))
                .param("school", school)
                .param("unit", unit)
                .param("category", category)
                .param("stage", stage)
                .param("recommended", recommended)
                .update();
    }

    void finding(
            Stamp stamp,
            UUID finding,
            UUID school,
            String source,
            String timeClass,
            LocalDate dueOn) {
        jdbc.sql(
                        """
                        insert into counted_findings (finding_id, version, programme_id, school_id, source, time_class,
                            due_on, state, in_time)
                        select :finding, coalesce(s.version, :version), :programme, :school, :source, :timeClass,
                            :dueOn, coalesce(s.state, 'OPEN'), s.in_time
                        from (select 1) one left join counted_finding_states s on s.finding_id = :finding
                        on conflict (finding_id) do nothing
                        """)
                .param("finding", finding)
                .param("version", stamp.version())
                .param("programme", programme(stamp))
                .param("school", school)
                .param("source", source)
                .param("timeClass", timeClass)
                .param("dueOn", dueOn)
                .update();
    }

    void findingIs(Stamp stamp, UUID finding, String state, @Nullable Boolean inTime) {
        jdbc.sql(
                        """
                        insert into counted_finding_states (finding_id, version, state, in_time)
                        values (:finding, :version, :state, :inTime)
                        on conflict (finding_id) do update set version = excluded.version, state = excluded.state,
                            in_time = excluded.in_time
                        where counted_finding_states.version < excluded.version
                        """)
                .param("finding", finding)
                .param("version", stamp.version())
                .param("state", state)
                .param("inTime", inTime)
                .update();
        jdbc.sql(
                        """
                        update counted_findings f set version = s.version, state = s.state, in_time = s.in_time
                        from counted_finding_states s
                        where f.finding_id = ? and s.finding_id = f.finding_id and f.version < s.version
                        """)
                .param(finding)
                .update();
    }

    void appraisal(AppraisalEvent.Counted said) {
        jdbc.sql(
                        """
                        insert into counted_appraisals (appraisal_id, application_id, programme_id, school_id, version,
                            electorate, whole, eligible, returned, valid, satisfaction, advisory)
                        values (:appraisal, :application, :programme, :school, :version, :electorate, :whole,
                            :eligible, :returned, :valid, :satisfaction, :advisory)
                        on conflict (appraisal_id, application_id) do update set version = excluded.version,
                            eligible = excluded.eligible, returned = excluded.returned, valid = excluded.valid,
                            satisfaction = excluded.satisfaction, advisory = excluded.advisory
                        where counted_appraisals.version < excluded.version
                        """)
                .param("appraisal", said.appraisalId())
                .param(
                        "application",
                        said.applicationId() == null ? said.schoolId() : said.applicationId())
                .param("programme", programme(said.stamp()))
                .param("school", said.schoolId())
                .param("version", said.stamp().version())
                .param("electorate", said.electorate())
                .param("whole", said.applicationId() == null)
                .param("eligible", said.eligible())
                .param("returned", said.returned())
                .param("valid", said.valid())
                .param("satisfaction", said.satisfaction())
                .param("advisory", said.advisory())
                .update();
    }

    /** One line of a rubric as somebody scored by it; points in thousandths of a point. */
    record Indicator(String code, String name, long points, long max) {
        static Indicator of(InspectionEvent.Indicator said) {
            return new Indicator(said.code(), said.name(), said.points(), said.max());
        }

        static Indicator of(MutualReviewEvent.Indicator said) {
            return new Indicator(said.code(), said.name(), said.mean(), said.max());
        }
    }

    void indicators(Stamp stamp, String source, UUID subject, List<Indicator> indicators) {
        int position = 0;
        for (var indicator : indicators) {
            if (indicator.max() <= 0) continue;
            jdbc.sql(
                            """
                            insert into counted_indicators (source, subject_id, programme_id, version, position, code,
                                name, points, max)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (source, subject_id, programme_id, code) do update set
                                version = excluded.version, position = excluded.position, name = excluded.name,
                                points = excluded.points, max = excluded.max
                            where counted_indicators.version <= excluded.version
                            """)
                    .params(
                            source,
                            subject,
                            programme(stamp),
                            stamp.version(),
                            position++,
                            indicator.code(),
                            indicator.name(),
                            indicator.points(),
                            indicator.max())
                    .update();
        }
    }

    private static UUID programme(Stamp stamp) {
        return Objects.requireNonNull(stamp.programmeId());
    }
}

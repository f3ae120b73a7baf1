package cn.sihong.award.statistics;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A programme in numbers, each table ready for a chart. */
@Repository
public class Statistics {

    private final JdbcClient jdbc;

    Statistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything at once. */
    public record Report(
            List<Participation> participation,
            List<Category> categories,
            List<Indicator> indicators,
            List<Finding> findings,
            List<Turnout> turnout) {}

    /**
     * What a unit's schools did; the bureau's own line has no unit.
     *
     * @param schools that did anything at all in the programme
     * @param inspected that an inspection was locked for
     */
    public record Participation(
            @Nullable UUID unitId,
            String unitName,
            int schools,
            int plansSubmitted,
            int plansFiled,
            int applicationsSubmitted,
            int recommended,
            int received,
            int inspected) {}

    /** How many applications of a category came how far. */
    public record Category(
            String category, int submitted, int recommended, int notRecommended, int received) {}

    /**
     * How scores by one indicator lie, in thousandths of a point.
     *
     * @param source {@code MUTUAL_REVIEW}, {@code INSPECTION} or {@code SCHOOL_INSPECTION}
     * @param median so that one outlier says nothing
     * @param share mean of the part of the full points that was reached, in thousandths
     */
    public record Indicator(
            String source,
            @Nullable String category,
            String code,
            String name,
            int scored,
            long lowest,
            long median,
            long mean,
            long highest,
            long max,
            int share) {}

    /** What was found and how far it was put right. */
    public record Finding(
            String source,
            String timeClass,
            int opened,
            int open,
            int answered,
            int closed,
            int inTime,
            int reopened) {}

    /**
     * How many of an electorate voted.
     *
     * @param share of the eligible who returned a ballot, in thousandths; absent where nobody was
     * @param advisory appraisals below the turnout rule
     */
    public record Turnout(
            String electorate,
            int appraisals,
            int eligible,
            int returned,
            int valid,
            @Nullable Integer share,
            int advisory) {}

    @Transactional(readOnly = true)
    public Report of(UUID programme) {
        return new Report(
                participation(programme),
                categories(programme),
                indicators(programme),
                findings(programme),
                turnout(programme));
    }

    private List<Participation> participation(UUID programme) {
        return jdbc.sql(
                        """
                        with facts as (
                            select unit_id, school_id, 1 as plan, stage, null::boolean as recommended
                            from counted_plans where programme_id = :programme
                            union all
                            select unit_id, school_id, 0, stage, recommended
                            from counted_applications where programme_id = :programme),
                        visited as (
                            select distinct i.school_id, coalesce(o.unit_id, i.school_id) as unit_id
                            from inspections i left join organisations o on o.id = i.school_id
                            where i.programme_id = :programme),
                        units as (select unit_id from facts union select unit_id from visited)
                        select u.unit_id, grouping(u.unit_id) = 1 as bureau,
                            coalesce(min(o.name), '') as unit_name,
                            sum(f.schools)::int as schools, sum(f.plans_submitted)::int as plans_submitted,
                            sum(f.plans_filed)::int as plans_filed, sum(f.submitted)::int as submitted,
                            sum(f.recommended)::int as recommended, sum(f.received)::int as received,
                            sum(f.inspected)::int as inspected
                        from units u
                        left join organisations o on o.id = u.unit_id
                        cross join lateral (
                            select count(distinct school_id) as schools,
                                count(*) filter (where plan = 1) as plans_submitted,
                                count(*) filter (where plan = 1 and stage = 4) as plans_filed,
                                count(*) filter (where plan = 0) as submitted,
                                count(*) filter (where plan = 0 and recommended) as recommended,
                                count(*) filter (where plan = 0 and stage = 4) as received,
                                (select count(*) from visited v where v.unit_id = u.unit_id) as inspected
                            from facts where facts.unit_id = u.unit_id) f
                        group by rollup (u.unit_id)
                        having grouping(u.unit_id) = 0 or count(*) > 0
                        order by grouping(u.unit_id) desc, unit_name, u.unit_id
                        """)
                .param("programme", programme)
                .query((row, n) ->
                        new Participation(
                                row.getObject("unit_id", UUID.class),
                                row.getBoolean("bureau") ? "全局合计" : row.getString("unit_name"),
                                row.getInt("schools"),
                                row.getInt("plans_submitted"),
                                row.getInt("plans_filed"),
                                row.getInt("submitted"),
                                row.getInt("recommended"),
                                row.getInt("received"),
                                row.getInt("inspected")))
                .list();
    }

    private List<Category> categories(UUID programme) {
        return jdbc.sql(
                        """
                        select category, count(*)::int as submitted,
                            count(*) filter (where recommended)::int as recommended,
                            count(*) filter (where not recommended)::int as not_recommended,
                            count(*) filter (where stage = 4)::int as received
                        from counted_applications where programme_id = ? group by category order by category
                        """)
                .param(programme)
                .query((row, n) ->
                        new Category(
                                row.getString("category"),
                                row.getInt("submitted"),
                                row.getInt("recommended"),
                                row.getInt("not_recommended"),
                                row.getInt("received")))
                .list();
    }

    private List<Indicator> indicators(UUID programme) {
        return jdbc.sql(
                        """
                        select i.source, a.category, i.code, min(i.name) as name, count(*)::int as scored,
                            min(i.points) as lowest, max(i.points) as highest, max(i.max) as max,
                            round(percentile_cont(0.5) within group (order by i.points)::numeric)::bigint as median,
                            round(avg(i.points))::bigint as mean,
                            round(avg(i.points * 1000.0 / i.max))::int as share
                        from counted_indicators i left join applications a on a.id = i.subject_id
                        where i.programme_id = ?
                        group by i.source, a.category, i.code
                        order by i.source, a.category, min(i.position), i.code
                        """)
                .param(programme)
                .query((row, n) -> indicator(row))
                .list();
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(
                row.getString("source"),
                row.getString("category"),
                row.getString("code"),
                row.getString("name"),
                row.getInt("scored"),
                row.getLong("lowest"),
                row.getLong("median"),
                row.getLong("mean"),
                row.getLong("highest"),
                row.getLong("max"),
                row.getInt("share"));
    }

    private List<Finding> findings(UUID programme) {
        return jdbc.sql(
                        """
                        select source, time_class, count(*)::int as opened,
                            count(*) filter (where state in ('OPEN', 'REOPENED'))::int as open,
                            count(*) filter (where state in ('ANSWERED', 'VERIFIED'))::int as answered,
                            count(*) filter (where state = 'CLOSED')::int as closed,
                            count(*) filter (where in_time)::int as in_time,
                            count(*) filter (where state = 'REOPENED')::int as reopened
                        from counted_findings where programme_id = ?
                        group by source, time_class order by source, time_class
                        """)
                .param(programme)
                .query((row, n) ->
                        new Finding(
                                row.getString("source"),
                                row.getString("time_class"),
                                row.getInt("opened"),
                                row.getInt("open"),
                                row.getInt("answered"),
                                row.getInt("closed"),
                                row.getInt("in_time"),
                                row.getInt("reopened")))
                .list();
    }

    /** The same ballots stand in each item of an appraisal: each appraisal is counted once. */
    private List<Turnout> turnout(UUID programme) {
        return jdbc.sql(
                        """
                        with once as (
                            select distinct on (appraisal_id) * from counted_appraisals
                            where programme_id = ? order by appraisal_id, whole desc, application_id)
                        select electorate, count(*)::int as appraisals, sum(eligible)::int as eligible,
                            sum(returned)::int as returned, sum(valid)::int as valid,
                            count(*) filter (where advisory)::int as advisory,
                            case when sum(eligible) > 0
                                 then round(sum(returned) * 1000.0 / sum(eligible))::int end as share
                        from once group by electorate order by electorate
                        """)
                .param(programme)
                .query((row, n) ->
                        new Turnout(
                                row.getString("electorate"),
                                row.getInt("appraisals"),
                                row.getInt("eligible"),
                                row.getInt("returned"),
                                row.getInt("valid"),
                                row.getObject("share", Integer.class),
                                row.getInt("advisory")))
                .list();
    }
}

package cn.sihong.award.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who stands for selection, with all scores that were heard. */
@Repository
public class Candidates {

    /** Of several inspections of a school the last one counts, of several ballots too. */
    private static final String HEARD =
            """
            with inspection as (
                select distinct on (school_id) id, school_id, points from inspections
                where programme_id = :programme
                order by school_id, locked_at desc, id),
            standing as (
                select id, number, category, school_id, head from applications
                where programme_id = :programme
                  and not exists (select from withdrawn_applications where application_id = applications.id)),
            counted as (
                select distinct on (subject_id, electorate) subject_id, electorate, satisfaction
                from appraisal_counts
                where programme_id = :programme and not advisory and satisfaction is not null
                order by subject_id, electorate, counted_at desc, appraisal_id),
            appraisal as (
                select subject_id,
                    max(satisfaction) filter (where electorate = 'PARTY_MEMBERS') as members,
                    max(satisfaction) filter (where electorate = 'STAFF') as staff,
                    max(satisfaction) filter (where electorate = 'PARENTS') as parents
                from counted group by subject_id),
            finding as (
                select school_id, count(*) as open from findings
                where programme_id = :programme and not closed group by school_id),
            vetoed as (
                select school_id, application_id from vetoes
                where programme_id = :programme and standing = 'IMPOSED'),
            peers as (
                select application_id, points from mutual_scores
                where round_id = (select round_id from closed_rounds where programme_id = :programme))
            """;

    private static final String APPLICATIONS =
            HEARD
                    + """
                    select standing.id, number, category, standing.school_id,
                        inspection.points as school_acceptance,
                        peers.points as mutual_review,
                        inspected.points as acceptance,
                        supervision.points as supervision,
                        own.members as own_members, own.staff as own_staff, own.parents as own_parents,
                        school.members, school.staff, school.parents,
                        effective.points as effectiveness,
                        coalesce(head, false) as head,
                        coalesce(phase = 'KINDERGARTEN', false) as kindergarten,
                        coalesce(finding.open, 0) as open_findings,
                        exists (select from vetoed where vetoed.school_id = standing.school_id
                                and coalesce(vetoed.application_id, standing.id) = standing.id) as vetoed
                    from standing
                    left join inspection on inspection.school_id = standing.school_id
                    left join inspected_applications inspected
                        on inspected.inspection_id = inspection.id and inspected.application_id = standing.id
                    left join peers on peers.application_id = standing.id
                    left join supervision_scores supervision
                        on supervision.programme_id = :programme and supervision.school_id = standing.school_id
                    left join appraisal own on own.subject_id = standing.id
                    left join appraisal school on school.subject_id = standing.school_id
                    left join indicators effective on effective.source_id = inspection.id
                        and effective.subject_id = standing.school_id and effective.code = 'effective'
                    left join organisations on organisations.id = standing.school_id
                    left join finding on finding.school_id = standing.school_id
                    """;

    /** A school stands for itself once it takes part in every category of the programme. */
    private static final String SCHOOLS =
            HEARD
                    + """
                    select school.id, number, category, school.school_id,
                        inspection.points as school_acceptance,
                        mutual_review,
                        inspection.points as acceptance,
                        supervision.points as supervision,
                        null::bigint as own_members, null::bigint as own_staff, null::bigint as own_parents,
                        appraisal.members, appraisal.staff, appraisal.parents,
                        effective.points as effectiveness,
                        false as head,
                        coalesce(phase = 'KINDERGARTEN', false) as kindergarten,
                        coalesce(finding.open, 0) as open_findings,
                        exists (select from vetoed where vetoed.school_id = school.school_id
                                and vetoed.application_id is null) as vetoed
                    from (select null::uuid as id, min(number) as number, 'OUTSTANDING_SCHOOL' as category, school_id,
                              case when count(*) = count(points)
                                  then div(2 * sum(points) + count(*), 2 * count(*))::bigint end as mutual_review
                          from standing left join peers on application_id = standing.id
                          group by school_id
                          having count(distinct category) = (
                              select count(*) from programme_categories where programme_id = :programme)) school
                    left join inspection on inspection.school_id = school.school_id
                    left join supervision_scores supervision
                        on supervision.programme_id = :programme and supervision.school_id = school.school_id
                    left join appraisal on appraisal.subject_id = school.school_id
                    left join indicators effective on effective.source_id = inspection.id
                        and effective.subject_id = school.school_id and effective.code = 'effective'
                    left join organisations on organisations.id = school.school_id
                    left join finding on finding.school_id = school.school_id
                    """;

    /**
     * A member stands by the results of the school, and in the place of the appraisal by what the
     * branch said: its vote, as a share of all who had one.
     */
    private static final String MEMBERS =
            HEARD
                    + """
                    select nominations.id, nominations.number, 'OUTSTANDING_MEMBER' as category,
                        nominations.school_id,
                        inspection.points as school_acceptance,
                        work.mutual_review,
                        inspection.points as acceptance,
                        supervision.points as supervision,
                        div(2 * 100000::bigint * in_favour + due, 2 * due)::bigint as own_members,
                        div(2 * 100000::bigint * in_favour + due, 2 * due)::bigint as own_staff,
                        div(2 * 100000::bigint * in_favour + due, 2 * due)::bigint as own_parents,
                        null::bigint as members, null::bigint as staff, null::bigint as parents,
                        effective.points as effectiveness,
                        nominations.head,
                        coalesce(phase = 'KINDERGARTEN', false) as kindergarten,
                        coalesce(finding.open, 0) as open_findings,
                        exists (select from vetoed where vetoed.school_id = nominations.school_id
                                and vetoed.application_id is null) as vetoed
                    from nominations
                    left join (
                        select school_id, case when count(*) = count(points)
                            then div(2 * sum(points) + count(*), 2 * count(*))::bigint end as mutual_review
                        from standing left join peers on application_id = standing.id
                        group by school_id) work on work.school_id = nominations.school_id
                    left join inspection on inspection.school_id = nominations.school_id
                    left join supervision_scores supervision
                        on supervision.programme_id = :programme and supervision.school_id = nominations.school_id
                    left join indicators effective on effective.source_id = inspection.id
                        and effective.subject_id = nominations.school_id and effective.code = 'effective'
                    left join organisations on organisations.id = nominations.school_id
                    left join finding on finding.school_id = nominations.school_id
                    where nominations.programme_id = :programme and nominations.state = 'ENDORSED'
                    """;

    private static final int ROWS_AT_A_TIME = 10_000;

    private final JdbcClient jdbc;

    public Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All received applications of a programme that were not withdrawn, in no order. */
    public List<Candidate> of(UUID programme) {
        return read(APPLICATIONS, programme);
    }

    /** The schools that stand for an honour of their own (R60), in no order. */
    public List<Candidate> schoolsOf(UUID programme) {
        return read(SCHOOLS, programme);
    }

    /** The Party members who were put forward and endorsed (R61), in no order. */
    public List<Candidate> membersOf(UUID programme) {
        return read(MEMBERS, programme);
    }

    /** What a school is known by where it stands for itself in a programme. */
    public static UUID idOf(UUID programme, UUID school) {
        return UUID.nameUUIDFromBytes(
                ("outstanding-school:" + programme + ":" + school)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private List<Candidate> read(String sql, UUID programme) {
        var candidates = new ArrayList<Candidate>();
        jdbc.sql(sql)
                .param("programme", programme)
                .withFetchSize(ROWS_AT_A_TIME)
                .query(row -> {
                    candidates.add(candidate(programme, row));
                });
        return candidates;
    }

    private static Candidate candidate(UUID programme, ResultSet row) throws SQLException {
        var application = row.getObject("id", UUID.class);
        var school = row.getObject("school_id", UUID.class);
        var appraisal =
                new Electorates(
                                points(row, "own_members"),
                                points(row, "own_staff"),
                                points(row, "own_parents"))
                        .orOf(
                                new Electorates(
                                        points(row, "members"),
                                        points(row, "staff"),
                                        points(row, "parents")));
        return new Candidate(
                application == null ? idOf(programme, school) : application,
                row.getString("number"),
                row.getString("category").intern(),
                school,
                points(row, "school_acceptance"),
                points(row, "mutual_review"),
                appraisal.index(),
                points(row, "acceptance"),
                points(row, "supervision"),
                appraisal.satisfaction(),
                points(row, "effectiveness"),
                row.getBoolean("head"),
                row.getBoolean("kindergarten"),
                row.getInt("open_findings"),
                row.getBoolean("vetoed"));
    }

    private static @Nullable Long points(ResultSet row, String column) throws SQLException {
        long points = row.getLong(column);
        return row.wasNull() ? null : points;
    }
}

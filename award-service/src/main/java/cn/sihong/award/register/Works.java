package cn.sihong.award.register;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The applications that the bureau received. */
@Repository
public class Works {

    private final JdbcClient jdbc;

    Works(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a programme, withdrawn ones too, by application. */
    public Map<UUID, Work> of(UUID programme) {
        return jdbc
                .sql(
                        """
                        select applications.*, coalesce(organisations.name, '') as school_name
                        from applications left join organisations on organisations.id = school_id
                        where programme_id = ?
                        """)
                .param(programme)
                .query((row, n) ->
                        new Work(
                                row.getObject("id", UUID.class),
                                row.getString("number"),
                                row.getString("category"),
                                row.getString("title"),
                                row.getString("summary"),
                                row.getObject("school_id", UUID.class),
                                row.getString("school_name"),
                                row.getObject("unit_id", UUID.class)))
                .stream()
                .collect(Collectors.toMap(Work::applicationId, Function.identity()));
    }

    /**
     * All that stands in a programme: applications, schools for themselves (R60), and the members
     * they put forward (R61).
     */
    public Map<UUID, Work> standingIn(UUID programme) {
        var works = new HashMap<>(of(programme));
        for (var work : List.copyOf(works.values())) {
            var school = asSchool(programme, work);
            works.put(school.applicationId(), school);
        }
        for (var member : members(programme)) works.put(member.applicationId(), member);
        return works;
    }

    private List<Work> members(UUID programme) {
        return jdbc.sql(
                        """
                        select nominations.*, coalesce(organisations.name, '') as school_name
                        from nominations left join organisations on organisations.id = school_id
                        where programme_id = ? and state in ('ENDORSED', 'WITHDRAWN')
                        """)
                .param(programme)
                .query((row, n) ->
                        new Work(
                                row.getObject("id", UUID.class),
                                row.getString("number"),
                                Candidate.OUTSTANDING_MEMBER,
                                row.getString("name"),
                                row.getString("deeds"),
                                row.getObject("school_id", UUID.class),
                                row.getString("school_name"),
                                row.getObject("unit_id", UUID.class)))
                .list();
    }

    /** Which of a programme were taken back by their schools. */
    public Set<UUID> withdrawn(UUID programme) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select application_id from withdrawn_applications
                                join (select id, programme_id from applications
                                      union all select id, programme_id from nominations) stood
                                    on stood.id = application_id
                                where programme_id = ?
                                """)
                        .param(programme)
                        .query((row, n) -> row.getObject("application_id", UUID.class))
                        .list());
    }

    private static Work asSchool(UUID programme, Work work) {
        return new Work(
                Candidates.idOf(programme, work.schoolId()),
                "",
                Candidate.OUTSTANDING_SCHOOL,
                work.schoolName(),
                "",
                work.schoolId(),
                work.schoolName(),
                work.unitId());
    }

    void keep(Work work, @Nullable Boolean head, UUID programme, long version) {
        jdbc.sql(
                        """
                        insert into applications (id, version, programme_id, school_id, unit_id,
                            category, number, title, summary, head)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set
                            version = excluded.version, programme_id = excluded.programme_id,
                            school_id = excluded.school_id, unit_id = excluded.unit_id,
                            category = excluded.category, number = excluded.number,
                            title = excluded.title, summary = excluded.summary, head = excluded.head
                        where applications.version < excluded.version
                        """)
                .params(
                        work.applicationId(),
                        version,
                        programme,
                        work.schoolId(),
                        work.unitId(),
                        work.category(),
                        work.number(),
                        work.title(),
                        work.summary())
                .param(head)
                .update();
    }

    /** Kept apart, so that it may be heard before the receipt. */
    public void withdraw(UUID application) {
        jdbc.sql("insert into withdrawn_applications values (?) on conflict do nothing")
                .param(application)
                .update();
    }
}

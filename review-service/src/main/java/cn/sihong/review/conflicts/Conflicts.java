package cn.sihong.review.conflicts;

import cn.sihong.review.draw.DrawList.Conflict;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was declared and waived, and what the seats tell besides. */
@Repository
class Conflicts {

    /** Whoever sits at one of two schools, and sits or has lately sat at the other. */
    private static final String GROUNDS =
            """
            with grounds as (
                select least(school_id, other_school_id) as one, greatest(school_id, other_school_id) as other,
                       kind, id, note, declared_at as known_at
                from conflict_declarations where programme_id = :programme
                union all
                select a.organisation_id, b.organisation_id, 'WORK_HISTORY', null, '',
                       greatest(a.told_at, b.told_at)
                from seats a
                join seats b on b.subject = a.subject and a.organisation_id < b.organisation_id
                join organisations oa on oa.id = a.organisation_id and oa.kind in ('SCHOOL', 'DIRECT_UNIT')
                join organisations ob on ob.id = b.organisation_id and ob.kind in ('SCHOOL', 'DIRECT_UNIT')
                where (a.held or b.held) and (a.held or a.told_at >= :since) and (b.held or b.told_at >= :since)
            ),
            judged as (
                select g.*, w.waived_at >= g.known_at as waived, w.reason
                from grounds g
                left join lateral (
                    select waived_at, reason from conflict_waivers w
                    where w.programme_id = :programme and w.one = g.one and w.other = g.other
                    order by waived_at desc limit 1
                ) w on true
            )
            """;

    /**
     * A ground for two schools to keep apart.
     *
     * @param declarationId absent where it was found and not declared
     * @param note empty where it was found
     * @param waived discipline lets them meet all the same
     */
    record Ground(
            UUID one,
            @Nullable String oneName,
            UUID other,
            @Nullable String otherName,
            Kind kind,
            String why,
            @Nullable UUID declarationId,
            String note,
            boolean waived,
            @Nullable String waiverReason) {}

    private final JdbcClient jdbc;

    Conflicts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Conflict> standing(UUID programme, Instant since) {
        return jdbc.sql(
                        GROUNDS
                                + """
                                select distinct one, other from judged where waived is not true order by one, other
                                """)
                .param("programme", programme)
                .param("since", Timestamp.from(since))
                .query((row, n) ->
                        new Conflict(
                                row.getObject("one", UUID.class),
                                row.getObject("other", UUID.class)))
                .list();
    }

    List<Ground> all(UUID programme, Instant since) {
        return jdbc.sql(
                        GROUNDS
                                + """
                                select j.*, a.name as one_name, b.name as other_name from judged j
                                left join organisations a on a.id = j.one left join organisations b on b.id = j.other
                                order by j.one, j.other, j.known_at
                                """)
                .param("programme", programme)
                .param("since", Timestamp.from(since))
                .query(Conflicts::ground)
                .list();
    }

    /** What people of these schools have declared; of waivers they hear nothing. */
    List<Ground> declaredBy(UUID programme, List<UUID> schools) {
        return jdbc.sql(
                        """
                        select d.school_id as one, a.name as one_name, d.other_school_id as other,
                               b.name as other_name, d.kind, d.id, d.note, false as waived, null as reason
                        from conflict_declarations d
                        left join organisations a on a.id = d.school_id left join organisations b on b.id = d.other_school_id
                        where d.programme_id = ? and d.school_id = any (?::uuid[]) order by d.declared_at, d.id
                        """)
                .param(programme)
                .param(schools.stream().map(UUID::toString).toArray(String[]::new))
                .query(Conflicts::ground)
                .list();
    }

    /** False if this declaration is kept already. */
    boolean add(Declaration declaration, UUID by, Instant at) {
        return jdbc.sql(
                                """
                                insert into conflict_declarations values (?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict (id) do nothing
                                """)
                        .params(
                                declaration.id(),
                                declaration.programmeId(),
                                declaration.schoolId(),
                                declaration.otherSchoolId(),
                                declaration.kind().name(),
                                declaration.note(),
                                by,
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean add(Waiver waiver, UUID by, Instant at) {
        return jdbc.sql(
                                """
                                insert into conflict_waivers values (?, ?, ?, ?, ?, ?, ?)
                                on conflict (id) do nothing
                                """)
                        .params(
                                waiver.id(),
                                waiver.programmeId(),
                                waiver.between().one(),
                                waiver.between().other(),
                                waiver.reason(),
                                by,
                                Timestamp.from(at))
                        .update()
                == 1;
    }

    private static Ground ground(ResultSet row, int n) throws SQLException {
        var kind = Kind.valueOf(row.getString("kind"));
        return new Ground(
                row.getObject("one", UUID.class),
                row.getString("one_name"),
                row.getObject("other", UUID.class),
                row.getString("other_name"),
                kind,
                kind.chinese(),
                row.getObject("id", UUID.class),
                row.getString("note"),
                row.getBoolean("waived"),
                row.getString("reason"));
    }
}

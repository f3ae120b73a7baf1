package cn.sihong.review.scoresheets;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.review.register.Seats;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/** What the portal shows of score sheets: SQL straight to rows. */
@Repository
class ScoreSheetLists {

    /**
     * A line of the list.
     *
     * @param kind {@code SITE} or {@code PAPER}
     * @param alias by what a blind sheet is called
     * @param schoolId who is judged; absent on a blind sheet, as is the name
     * @param items how many applications there are to score
     * @param scored how many of them have all their scores
     */
    record Line(
            UUID id,
            UUID programmeId,
            Kind kind,
            @Nullable String alias,
            @Nullable UUID schoolId,
            @Nullable String schoolName,
            UUID reviewingSchoolId,
            @Nullable String reviewingSchoolName,
            State state,
            long version,
            int items,
            int scored,
            @Nullable LocalDate dueOn) {

        enum State {
            OPEN,
            LOCKED
        }
    }

    private final JdbcClient jdbc;
    private final Seats seats;

    ScoreSheetLists(JdbcClient jdbc, Seats seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    /** The sheets that somebody may fill; discipline sees all. */
    @Transactional(readOnly = true)
    public Page<Line> of(UUID programme, Actor actor, PageRequest page) {
        var mine = seats.organisationsOf(actor.subject(), Role.PEER_REVIEWER);
        var lines =
                jdbc.sql(
                                """
                                select s.*, judged.name as judged_name, reviewing.name as reviewing_name, w.closes_on,
                                       (select count(*) from applications_in_review a
                                        where a.programme_id = s.programme_id and a.school_id = s.judged_school_id
                                          and case when s.application_id is null
                                              then (a.category in ('RED_GARDENER', 'RED_CLASSROOM')) = (s.kind = 'PAPER')
                                              else a.id = s.application_id end) as items,
                                       (select count(*) from (
                                            select from score_points p join applications_in_review a on a.id = p.application_id
                                            where p.sheet_id = s.id group by p.application_id, p.rubric_id
                                            having count(*) = (select count(*) from criteria c where c.rubric_id = p.rubric_id)
                                        )) as scored
                                from due_sheets s
                                left join organisations judged on judged.id = s.judged_school_id
                                left join organisations reviewing on reviewing.id = s.reviewing_school_id
                                left join programme_windows w on w.programme_id = s.programme_id and w.stage = 'MUTUAL_REVIEW'
                                where s.programme_id = ? and (? or s.reviewing_school_id = any (?::uuid[])) and s.id > ?
                                order by s.id limit ?
                                """)
                        .params(programme, actor.is(Role.DISCIPLINE))
                        .param(mine.stream().map(UUID::toString).toArray(String[]::new))
                        .params(page.afterId().orElse(new UUID(0, 0)), page.limitAndOne())
                        .query((row, n) -> line(row, actor.is(Role.DISCIPLINE)))
                        .list();
        return Page.of(lines, page, line -> line.id().toString());
    }

    private static Line line(ResultSet row, boolean seesAll) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var kind = Kind.valueOf(row.getString("kind"));
        boolean blind = kind == Kind.PAPER;
        return new Line(
                id,
                row.getObject("programme_id", UUID.class),
                kind,
                blind ? Blinding.alias(row.getObject("round_id", UUID.class), id) : null,
                blind && !seesAll ? null : row.getObject("judged_school_id", UUID.class),
                blind && !seesAll ? null : row.getString("judged_name"),
                row.getObject("reviewing_school_id", UUID.class),
                row.getString("reviewing_name"),
                Line.State.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getInt("items"),
                row.getInt("scored"),
                row.getObject("closes_on", LocalDate.class));
    }
}

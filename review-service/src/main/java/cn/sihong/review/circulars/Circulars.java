package cn.sihong.review.circulars;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.circulars.Circular.Content;
import cn.sihong.review.circulars.Circular.Draft;
import cn.sihong.review.circulars.Circular.Head;
import cn.sihong.review.circulars.Circular.Issued;
import cn.sihong.review.circulars.Facts.Tally;
import cn.sihong.review.findings.Area;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of circulars, and what there is to say in one. */
@Repository
class Circulars {

    private final JdbcClient jdbc;

    Circulars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Circular> find(UUID id) {
        return jdbc.sql("select * from circulars where id = ?")
                .param(id)
                .query((row, n) -> circular(row))
                .optional();
    }

    /** Newest first; drafts only for those who write and issue them. */
    List<Circular> of(UUID programme, boolean drafts) {
        return jdbc.sql(
                        """
                        select * from circulars where programme_id = ? and (? or state = 'ISSUED') order by id desc
                        """)
                .params(programme, drafts)
                .query((row, n) -> circular(row))
                .list();
    }

    Circular save(Circular circular) {
        var head = circular.head();
        var content = circular.content();
        if (head.version() == 0) {
            jdbc.sql(
                            """
                            insert into circulars (id, programme_id, author, state, title, overview, practices, problems,
                                requirements, reply_by)
                            values (?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            head.id(),
                            head.programmeId(),
                            head.author(),
                            content.title(),
                            content.overview(),
                            content.practices(),
                            content.problems(),
                            content.requirements())
                    .param(content.replyBy())
                    .update();
        } else {
            var issued = circular instanceof Issued it ? it : null;
            int written =
                    jdbc.sql(
                                    """
                                    update circulars
                                    set version = version + 1, author = ?, title = ?, overview = ?, practices = ?,
                                        problems = ?, requirements = ?, reply_by = ?, state = ?, issued_by = ?, issued_at = ?
                                    where id = ? and version = ?
                                    """)
                            .params(
                                    head.author(),
                                    content.title(),
                                    content.overview(),
                                    content.practices(),
                                    content.problems(),
                                    content.requirements())
                            .param(content.replyBy())
                            .param(issued == null ? "DRAFT" : "ISSUED")
                            .param(issued == null ? null : issued.by())
                            .param(issued == null ? null : issued.at().atOffset(ZoneOffset.UTC))
                            .params(head.id(), head.version())
                            .update();
            if (written == 0) throw new StaleVersion();
        }
        return find(head.id()).orElseThrow();
    }

    Facts facts(UUID programme) {
        int visited =
                jdbc.sql(
                                """
                                select count(distinct school_id) from supervision_visits
                                where programme_id = ? and state in ('HELD', 'REPORTED')
                                """)
                        .param(programme)
                        .query(Integer.class)
                        .single();
        return new Facts(
                visited,
                jdbc.sql(
                                """
                                select area, count(distinct school_id) as schools, count(*) as found,
                                       count(*) filter (where state = 'CLOSED') as closed
                                from findings where programme_id = ? and source = 'SUPERVISION'
                                group by area order by count(*) desc, area
                                """)
                        .param(programme)
                        .query((row, n) ->
                                new Tally(
                                        Area.valueOf(row.getString("area")),
                                        row.getInt("schools"),
                                        row.getInt("found"),
                                        row.getInt("closed")))
                        .list());
    }

    /** What stands on a school's own list (整改清单). */
    record Own(
            UUID findingId,
            UUID schoolId,
            String area,
            String problem,
            String state,
            LocalDate dueOn) {}

    /** The findings of supervision at these schools, as row security lets the reader see them. */
    List<Own> own(UUID programme, UUID[] schools) {
        return jdbc.sql(
                        """
                        select id, school_id, area, problem, state, due_on from findings
                        where programme_id = ? and source = 'SUPERVISION' and school_id = any (?)
                        order by school_id, due_on, id
                        """)
                .params(programme, schools)
                .query((row, n) ->
                        new Own(
                                row.getObject("id", UUID.class),
                                row.getObject("school_id", UUID.class),
                                row.getString("area"),
                                row.getString("problem"),
                                row.getString("state"),
                                row.getObject("due_on", LocalDate.class)))
                .list();
    }

    private static Circular circular(ResultSet row) throws SQLException {
        var head =
                new Head(
                        row.getObject("id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getObject("author", UUID.class),
                        row.getLong("version"));
        var content =
                new Content(
                        row.getString("title"),
                        row.getString("overview"),
                        row.getString("practices"),
                        row.getString("problems"),
                        row.getString("requirements"),
                        row.getObject("reply_by", LocalDate.class));
        return switch (row.getString("state")) {
            case "DRAFT" -> new Draft(head, content);
            case "ISSUED" ->
                    new Issued(
                            head,
                            content,
                            row.getObject("issued_by", UUID.class),
                            row.getObject("issued_at", OffsetDateTime.class).toInstant());
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }
}

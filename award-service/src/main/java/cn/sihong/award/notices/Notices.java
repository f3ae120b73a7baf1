package cn.sihong.award.notices;

import cn.sihong.award.notices.Notice.Closed;
import cn.sihong.award.notices.Notice.Draft;
import cn.sihong.award.notices.Notice.Entry;
import cn.sihong.award.notices.Notice.Line;
import cn.sihong.award.notices.Notice.Open;
import cn.sihong.award.notices.Notice.Period;
import cn.sihong.award.notices.Notice.Withdrawn;
import cn.sihong.award.selection.Selection;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.StaleVersion;

import org.jspecify.annotations.Nullable;
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

/** The notices, each with its list. */
@Repository
class Notices {

    private final JdbcClient jdbc;

    Notices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Notice> find(Notice.Id id) {
        return jdbc.sql("select * from notices where id = ?")
                .param(id.value())
                .query((row, n) -> notice(row))
                .optional();
    }

    /** The first one first. */
    List<Notice> of(Selection.Id selection) {
        return jdbc.sql("select * from notices where selection_id = ? order by opens_on, id")
                .param(selection.value())
                .query((row, n) -> notice(row))
                .list();
    }

    /** Those of a programme that were published and not yet closed. */
    List<Notice> openOf(UUID programme) {
        return jdbc.sql(
                        "select * from notices where programme_id = ? and state = 'OPEN' order by opens_on, id")
                .param(programme)
                .query((row, n) -> notice(row))
                .list();
    }

    /** All, the latest first. */
    List<Notice> list(@Nullable UUID programme, PageRequest page) {
        return jdbc.sql(
                        """
                        select * from notices
                        where (cast(:programme as uuid) is null or programme_id = :programme)
                          and (cast(:after as uuid) is null or (opens_on, id) < (
                              select opens_on, id from notices where id = :after))
                        order by opens_on desc, id desc limit :limit
                        """)
                .param("programme", programme)
                .param("after", page.afterId().orElse(null))
                .param("limit", page.limitAndOne())
                .query((row, n) -> notice(row))
                .list();
    }

    /** Those the public may know of on this day, the latest first. */
    List<Notice> publishedBy(LocalDate day, PageRequest page) {
        return jdbc.sql(
                        """
                        select * from notices
                        where opens_on <= :day and state <> 'DRAFT'
                          and (cast(:after as uuid) is null or (opens_on, id) < (
                              select opens_on, id from notices where id = :after))
                        order by opens_on desc, id desc limit :limit
                        """)
                .param("day", day)
                .param("after", page.afterId().orElse(null))
                .param("limit", page.limitAndOne())
                .query((row, n) -> notice(row))
                .list();
    }

    void add(Draft draft) {
        var entry = draft.entry();
        jdbc.sql(
                        """
                        insert into notices (id, version, state, selection_id, programme_id,
                            demonstration, title, body, package_hash, opens_on, closes_on, author)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.id().value(),
                        entry.version(),
                        draft.state(),
                        entry.selectionId(),
                        entry.programmeId(),
                        entry.demonstration(),
                        entry.title(),
                        entry.text(),
                        entry.packageHash(),
                        draft.period().opensOn(),
                        draft.period().closesOn(),
                        draft.author())
                .update();
        addLines(entry);
    }

    /** Replaces the state before this one, and no other; only a draft's list can change. */
    void save(Notice notice) {
        @Nullable OffsetDateTime closedAt =
                switch (notice) {
                    case Closed closed -> closed.at().atOffset(ZoneOffset.UTC);
                    case Withdrawn withdrawn -> withdrawn.at().atOffset(ZoneOffset.UTC);
                    case Draft _, Open _ -> null;
                };
        @Nullable UUID author = notice instanceof Draft draft ? draft.author() : null;
        var entry = notice.entry();
        var saved =
                jdbc.sql(
                                """
                                update notices set version = :version, state = :state, title = :title, body = :body,
                                    opens_on = :opensOn, closes_on = :closesOn, shortened_because = :because,
                                    closed_at = :closedAt, author = coalesce(:author, author)
                                where id = :id and version = :version - 1
                                """)
                        .param("id", entry.id().value())
                        .param("version", entry.version())
                        .param("state", notice.state())
                        .param("title", entry.title())
                        .param("body", entry.text())
                        .param("opensOn", notice.period().opensOn())
                        .param("closesOn", notice.period().closesOn())
                        .param("because", notice.period().shortenedBecause())
                        .param("closedAt", closedAt)
                        .param("author", author)
                        .update();
        if (saved == 0) throw new StaleVersion();
        if (notice instanceof Draft) {
            jdbc.sql("delete from notice_lines where notice_id = ?")
                    .param(entry.id().value())
                    .update();
            addLines(entry);
        }
    }

    private void addLines(Entry entry) {
        int position = 0;
        for (var line : entry.list())
            jdbc.sql(
                            """
                            insert into notice_lines (notice_id, position, application_id, category, category_name,
                                title, summary, school_id, school_name, unit_id)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            entry.id().value(),
                            position++,
                            line.applicationId(),
                            line.category(),
                            line.categoryName(),
                            line.title(),
                            line.summary(),
                            line.schoolId(),
                            line.schoolName(),
                            line.unitId())
                    .update();
    }

    private List<Line> lines(UUID notice) {
        return jdbc.sql("select * from notice_lines where notice_id = ? order by position")
                .param(notice)
                .query((row, n) ->
                        new Line(
                                row.getObject("application_id", UUID.class),
                                row.getString("category"),
                                row.getString("category_name"),
                                row.getString("title"),
                                row.getString("summary"),
                                row.getObject("school_id", UUID.class),
                                row.getString("school_name"),
                                row.getObject("unit_id", UUID.class)))
                .list();
    }

    private Notice notice(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var entry =
                new Entry(
                        new Notice.Id(id),
                        row.getObject("selection_id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getBoolean("demonstration"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getString("package_hash"),
                        lines(id),
                        row.getLong("version"));
        var period =
                new Period(
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        row.getString("shortened_because"));
        return switch (row.getString("state")) {
            case "DRAFT" -> new Draft(entry, period, row.getObject("author", UUID.class));
            case "OPEN" -> new Open(entry, period);
            case "CLOSED" ->
                    new Closed(
                            entry,
                            period,
                            row.getObject("closed_at", OffsetDateTime.class).toInstant());
            case "WITHDRAWN" ->
                    new Withdrawn(
                            entry,
                            period,
                            row.getObject("closed_at", OffsetDateTime.class).toInstant());
            case String other -> throw new IllegalStateException("unknown state " + other);
        };
    }
}

package cn.sihong.award.notices;

import cn.sihong.award.notices.Notice.Closed;
import cn.sihong.award.notices.Notice.Entry;
import cn.sihong.award.notices.Notice.Open;
import cn.sihong.award.notices.Notice.Period;
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

/** The notices. */
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

    Optional<Notice> of(Selection.Id selection) {
        return jdbc.sql("select * from notices where selection_id = ?")
                .param(selection.value())
                .query((row, n) -> notice(row))
                .optional();
    }

    /**
     * The latest first.
     *
     * @param publishedBy leaves out what opens later than this day
     */
    List<Notice> list(LocalDate publishedBy, @Nullable UUID programme, PageRequest page) {
        return jdbc.sql(
                        """
                        select * from notices
                        where opens_on <= :publishedBy
                          and (cast(:programme as uuid) is null or programme_id = :programme)
                          and (cast(:after as uuid) is null or (opens_on, id) < (
                              select opens_on, id from notices where id = :after))
                        order by opens_on desc, id desc limit :limit
                        """)
                .param("publishedBy", publishedBy)
                .param("programme", programme)
                .param("after", page.afterId().orElse(null))
                .param("limit", page.limitAndOne())
                .query((row, n) -> notice(row))
                .list();
    }

    void add(Open open) {
        var entry = open.entry();
        jdbc.sql(
                        """
                        insert into notices (id, version, state, selection_id, programme_id,
                            demonstration, title, body, package_hash, opens_on, closes_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.id().value(),
                        entry.version(),
                        open.state(),
                        entry.selectionId(),
                        entry.programmeId(),
                        entry.demonstration(),
                        entry.title(),
                        entry.text(),
                        entry.packageHash(),
                        open.period().opensOn(),
                        open.period().closesOn())
                .update();
    }

    /** Replaces the state before this one, and no other. */
    void save(Notice notice) {
        @Nullable OffsetDateTime closedAt =
                switch (notice) {
                    case Open _ -> null;
                    case Closed closed -> closed.at().atOffset(ZoneOffset.UTC);
                };
        var saved =
                jdbc.sql(
                                """
                                update notices set version = :version, state = :state, closes_on = :closesOn,
                                    shortened_because = :because, closed_at = :closedAt
                                where id = :id and version = :version - 1
                                """)
                        .param("id", notice.entry().id().value())
                        .param("version", notice.entry().version())
                        .param("state", notice.state())
                        .param("closesOn", notice.period().closesOn())
                        .param("because", notice.period().shortenedBecause())
                        .param("closedAt", closedAt)
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        var entry =
                new Entry(
                        new Notice.Id(row.getObject("id", UUID.class)),
                        row.getObject("selection_id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getBoolean("demonstration"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getString("package_hash"),
                        row.getLong("version"));
        var period =
                new Period(
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("closes_on", LocalDate.class),
                        row.getString("shortened_because"));
        return switch (row.getString("state")) {
            case "OPEN" -> new Open(entry, period);
            case "CLOSED" ->
                    new Closed(
                            entry,
                            period,
                            row.getObject("closed_at", OffsetDateTime.class).toInstant());
            case String other -> throw new IllegalStateException("unknown state " + other);
        };
    }
}

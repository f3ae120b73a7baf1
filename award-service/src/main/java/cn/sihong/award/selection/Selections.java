package cn.sihong.award.selection;

import cn.sihong.award.selection.Selection.Annulled;
import cn.sihong.award.selection.Selection.Commended;
import cn.sihong.award.selection.Selection.Deliberated;
import cn.sihong.award.selection.Selection.Entry;
import cn.sihong.award.selection.Selection.Frozen;
import cn.sihong.award.selection.Selection.InNotice;
import cn.sihong.award.selection.Selection.Open;
import cn.sihong.award.selection.Selection.Proposed;
import cn.sihong.award.selection.Selection.Released;
import cn.sihong.award.selection.Selection.Seal;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.platform.problem.StaleVersion;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The selections, each in one row; what freezing left is in {@link Packages}. */
@Repository
class Selections {

    private final JdbcClient jdbc;

    Selections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Selection> find(Selection.Id id) {
        return jdbc.sql("select * from selections where id = ?")
                .param(id.value())
                .query((row, n) -> selection(row))
                .optional();
    }

    /** The latest first. */
    List<Selection> list(@Nullable UUID programme, PageRequest page) {
        return jdbc.sql(
                        """
                        select * from selections
                        where (cast(:programme as uuid) is null or programme_id = :programme)
                          and (cast(:after as uuid) is null or (opened_at, id) < (
                              select opened_at, id from selections where id = :after))
                        order by opened_at desc, id desc limit :limit
                        """)
                .param("programme", programme)
                .param("after", page.afterId().orElse(null))
                .param("limit", page.limitAndOne())
                .query((row, n) -> selection(row))
                .list();
    }

    /** Whether the programme has a selection that was neither voted down nor annulled. */
    boolean live(UUID programme) {
        return jdbc.sql(
                        """
                        select exists (select from selections
                                       where programme_id = ? and state <> 'ANNULLED'
                                         and adopted is distinct from false)
                        """)
                .param(programme)
                .query(Boolean.class)
                .single();
    }

    /** Whether the programme has a ranking that was frozen and still stands. */
    boolean frozen(UUID programme) {
        return jdbc.sql(
                        """
                        select exists (select from selections
                                       where programme_id = ? and state not in ('OPEN', 'ANNULLED')
                                         and adopted is distinct from false)
                        """)
                .param(programme)
                .query(Boolean.class)
                .single();
    }

    void add(Open open) {
        jdbc.sql("insert into selections (id, programme_id, version, state) values (?, ?, ?, ?)")
                .params(
                        open.entry().id().value(),
                        open.entry().programmeId(),
                        open.entry().version(),
                        open.state())
                .update();
    }

    /** Replaces the state before this one, and no other. */
    void save(Selection selection) {
        var row = Row.of(selection);
        var saved =
                jdbc.sql(
                                """
                                update selections set state = :state, version = :version,
                                    package_hash = :hash, frozen_by = :by, frozen_at = :at,
                                    adopted = :adopted, document_number = :document
                                where id = :id and version = :version - 1
                                """)
                        .param("id", selection.entry().id().value())
                        .param("version", selection.entry().version())
                        .param("state", selection.state())
                        .param("hash", row.seal() == null ? null : row.seal().packageHash())
                        .param("by", row.seal() == null ? null : row.seal().by())
                        .param(
                                "at",
                                row.seal() == null
                                        ? null
                                        : row.seal().at().atOffset(ZoneOffset.UTC))
                        .param("adopted", row.adopted())
                        .param("document", row.documentNumber())
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    /** The columns that only some states have. */
    private record Row(
            @Nullable Seal seal, @Nullable Boolean adopted, @Nullable String documentNumber) {

        static Row of(Selection selection) {
            return switch (selection) {
                case Open _ -> new Row(null, null, null);
                case Frozen(_, var seal) -> new Row(seal, null, null);
                case Deliberated(_, var seal, var adopted) -> new Row(seal, adopted, null);
                case Proposed(_, var seal) -> new Row(seal, true, null);
                case Released(_, var seal) -> new Row(seal, true, null);
                case InNotice(_, var seal) -> new Row(seal, true, null);
                case Annulled(_, var seal) -> new Row(seal, true, null);
                case Commended(_, var seal, var document) -> new Row(seal, true, document);
            };
        }
    }

    private static Selection selection(ResultSet row) throws SQLException {
        var entry =
                new Entry(
                        new Selection.Id(row.getObject("id", UUID.class)),
                        row.getObject("programme_id", UUID.class),
                        row.getLong("version"));
        var state = row.getString("state");
        if (state.equals("OPEN")) return new Open(entry);
        var seal =
                new Seal(
                        row.getString("package_hash"),
                        row.getObject("frozen_by", UUID.class),
                        row.getObject("frozen_at", OffsetDateTime.class).toInstant());
        return switch (state) {
            case "FROZEN" -> new Frozen(entry, seal);
            case "DELIBERATED" -> new Deliberated(entry, seal, row.getBoolean("adopted"));
            case "PROPOSED" -> new Proposed(entry, seal);
            case "RELEASED" -> new Released(entry, seal);
            case "IN_NOTICE" -> new InNotice(entry, seal);
            case "ANNULLED" -> new Annulled(entry, seal);
            case "COMMENDED" -> new Commended(entry, seal, row.getString("document_number"));
            default -> throw new IllegalStateException("unknown state " + state);
        };
    }
}

package cn.sihong.award.archive;

import cn.sihong.award.archive.PackagePapers.Line;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The packages and what is in them so far. */
@Repository
class Archives {

    private final JdbcClient jdbc;

    Archives(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far a package has come.
     *
     * @param kept of {@code planned} documents
     */
    record Progress(
            UUID id, UUID programmeId, String title, int planned, int kept, boolean finished) {}

    Optional<Progress> find(UUID id) {
        return jdbc.sql(PROGRESS + " where a.id = ?")
                .param(id)
                .query((row, n) -> progress(row))
                .optional();
    }

    Optional<Progress> of(UUID programme) {
        return jdbc.sql(PROGRESS + " where a.programme_id = ?")
                .param(programme)
                .query((row, n) -> progress(row))
                .optional();
    }

    List<UUID> unfinished() {
        return jdbc.sql("select id from archives where finished_at is null")
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    void begin(UUID id, UUID programme, String title, int planned) {
        jdbc.sql(
                        """
                        insert into archives (id, programme_id, title, planned) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(id, programme, title, planned)
                .update();
    }

    void finish(UUID id) {
        jdbc.sql("update archives set finished_at = now() where id = ?").param(id).update();
    }

    Set<String> paths(UUID id) {
        return new HashSet<>(
                jdbc.sql("select path from archive_items where archive_id = ?")
                        .param(id)
                        .query(String.class)
                        .list());
    }

    /** Whoever makes the same document second keeps what was kept first. */
    void keep(UUID id, Item item) {
        jdbc.sql(
                        """
                        insert into archive_items (archive_id, path, title, kind, dated, bytes, sha256)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        id,
                        item.path(),
                        item.title(),
                        item.kind(),
                        item.dated(),
                        item.bytes(),
                        FourProperties.digest(item.bytes()))
                .update();
    }

    /** The documents without the papers about the package. */
    List<Line> lines(UUID id) {
        return jdbc.sql(
                        """
                        select path, title, kind, dated, length(bytes) as size, sha256 from archive_items
                        where archive_id = ? and kind <> '档案' order by path collate "C"
                        """)
                .param(id)
                .query((row, n) ->
                        new Line(
                                row.getString("path"),
                                row.getString("title"),
                                row.getString("kind"),
                                row.getObject("dated", LocalDate.class),
                                row.getLong("size"),
                                row.getString("sha256")))
                .list();
    }

    List<String> allPaths(UUID id) {
        return jdbc.sql(
                        "select path from archive_items where archive_id = ? order by path collate \"C\"")
                .param(id)
                .query((row, n) -> row.getString(1))
                .list();
    }

    byte[] bytes(UUID id, String path) {
        return jdbc.sql("select bytes from archive_items where archive_id = ? and path = ?")
                .params(id, path)
                .query((row, n) -> row.getBytes(1))
                .single();
    }

    private static final String PROGRESS =
            """
            select a.*, (select count(*) from archive_items i where i.archive_id = a.id and kind <> '档案') as kept
            from archives a
            """;

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getObject("id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getString("title"),
                row.getInt("planned"),
                row.getInt("kept"),
                row.getObject("finished_at") != null);
    }
}

package cn.sihong.submission.attachments;

import cn.sihong.submission.organisations.Organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Uploads that are under way. */
@Repository
class Uploads {

    private final JdbcClient jdbc;

    Uploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Upload> find(UUID id) {
        return jdbc.sql("select * from uploads where id = ?")
                .param(id)
                .query(Uploads::upload)
                .optional();
    }

    /** How many bytes the school's uploads have announced. */
    long announced(Organisation.Id school) {
        return jdbc.sql("select coalesce(sum(size), 0) from uploads where school_id = ?")
                .param(school.value())
                .query(Long.class)
                .single();
    }

    void add(Upload upload, Instant now) {
        jdbc.sql(
                        """
                        insert into uploads (id, school_id, name, size, sha256, digest, begun_by, touched_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .params(
                        upload.id(),
                        upload.school().value(),
                        upload.name(),
                        upload.size(),
                        upload.sha256(),
                        upload.digest(),
                        upload.begunBy(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds a piece, unless another came first. */
    boolean add(UUID id, long from, Piece piece, Instant now) {
        return jdbc.sql(
                                """
                                update uploads set received = received + ?, digest = ?, sha256 = ?,
                                       pieces = pieces || ?, touched_at = ?
                                where id = ? and received = ?
                                """)
                        .params(
                                piece.size(),
                                piece.digest(),
                                piece.sha256(),
                                piece.key(),
                                now.atOffset(ZoneOffset.UTC),
                                id,
                                from)
                        .update()
                == 1;
    }

    /**
     * @param sha256 of everything up to the end of this piece
     */
    record Piece(String key, long size, String digest, String sha256) {}

    void remove(UUID id) {
        jdbc.sql("delete from uploads where id = ?").param(id).update();
    }

    List<Upload> untouchedSince(Instant then, int most) {
        return jdbc.sql("select * from uploads where touched_at < ? order by touched_at limit ?")
                .params(then.atOffset(ZoneOffset.UTC), most)
                .query(Uploads::upload)
                .list();
    }

    private static Upload upload(ResultSet row, int n) throws SQLException {
        return new Upload(
                row.getObject("id", UUID.class),
                new Organisation.Id(row.getObject("school_id", UUID.class)),
                row.getString("name"),
                row.getLong("size"),
                row.getLong("received"),
                row.getString("digest"),
                List.of((String[]) row.getArray("pieces").getArray()),
                row.getObject("begun_by", UUID.class));
    }
}

package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.submission.organisations.Organisation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** What schools uploaded. */
@Repository
public class Attachments {

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Refuses ids under which there is no picture of this school. To be called in a transaction:
     * row security shows the caller their own only.
     */
    public void mustBeUsable(Organisation.Id school, Collection<UUID> ids) {
        var distinct = ids.stream().distinct().toArray(UUID[]::new);
        long usable =
                jdbc.sql("select count(*) from attachments where id = any (?) and school_id = ?")
                        .params(distinct, school.value())
                        .query(Long.class)
                        .single();
        if (usable != distinct.length)
            throw new InvalidInput("content.photos", "有照片不存在或不属于本校，请删除后重新上传。");
    }

    Optional<Attachment> find(UUID id) {
        return jdbc.sql("select * from attachments where id = ?")
                .param(id)
                .query(Attachments::attachment)
                .optional();
    }

    /** How many bytes the school keeps; nobody else can add to them until the transaction ends. */
    long lockAndSum(Organisation.Id school) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(school.value().toString())
                .query((row, n) -> "")
                .single();
        return jdbc.sql("select coalesce(sum(size), 0) from attachments where school_id = ?")
                .param(school.value())
                .query(Long.class)
                .single();
    }

    void add(Attachment attachment) {
        jdbc.sql(
                        """
                        insert into attachments (id, school_id, unit_id, name, type, size, sha256, key, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                        """)
                .params(
                        attachment.id(),
                        attachment.school().value(),
                        attachment.unit().value(),
                        attachment.name(),
                        attachment.format().type(),
                        attachment.size(),
                        attachment.sha256(),
                        attachment.key(),
                        attachment.uploadedBy(),
                        attachment.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                new Organisation.Id(row.getObject("school_id", UUID.class)),
                new Organisation.Id(row.getObject("unit_id", UUID.class)),
                row.getString("name"),
                PictureFormat.ofType(row.getString("type")),
                row.getLong("size"),
                row.getString("sha256"),
                row.getObject("uploaded_by", UUID.class),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}

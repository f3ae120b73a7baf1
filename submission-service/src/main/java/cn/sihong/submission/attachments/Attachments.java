package cn.sihong.submission.attachments;

import cn.sihong.platform.problem.InvalidInput;
import cn.sihong.submission.attachments.Attachment.Condemned;
import cn.sihong.submission.attachments.Attachment.Ended;
import cn.sihong.submission.attachments.Attachment.Entry;
import cn.sihong.submission.attachments.Attachment.Kept;
import cn.sihong.submission.attachments.Attachment.Quarantined;
import cn.sihong.submission.attachments.Attachment.Released;
import cn.sihong.submission.organisations.Organisation;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What schools uploaded. */
@Repository
public class Attachments {

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As below, for what a form shows as evidence, whatever its kind. */
    public void mustBeUsable(Organisation.Id school, Collection<UUID> ids, String field) {
        mustBeUsable(school, ids, EnumSet.allOf(Kind.class), field);
    }

    /**
     * Refuses ids under which there is no file of this school and of these kinds, what the scanner
     * condemned and what has ended; what still waits for the scanner may be used, or nobody could
     * write while it is away. To be called in a transaction: row security shows the caller their
     * own only.
     *
     * @param field where the fault is shown
     */
    public void mustBeUsable(
            Organisation.Id school, Collection<UUID> ids, Set<Kind> kinds, String field) {
        if (ids.isEmpty()) return;
        var distinct = ids.stream().distinct().toArray(UUID[]::new);
        var types =
                Arrays.stream(FileFormat.values())
                        .filter(format -> kinds.contains(format.kind()))
                        .map(FileFormat::type)
                        .toArray(String[]::new);
        long usable =
                jdbc.sql(
                                """
                                select count(*) from attachments
                                where id = any (?) and school_id = ? and type = any (?)
                                  and state not in ('CONDEMNED', 'ENDED')
                                """)
                        .params(distinct, school.value(), types)
                        .query(Long.class)
                        .single();
        if (usable != distinct.length)
            throw new InvalidInput(field, "有附件不存在、不属于本校、类型不符或未通过病毒检查，请删除后重新上传。");
    }

    Optional<Attachment> find(UUID id) {
        return jdbc.sql("select * from attachments where id = ?")
                .param(id)
                .query(Attachments::attachment)
                .optional();
    }

    /** A school's own, the newest first. */
    List<Kept> of(Organisation.Id school, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select * from attachments
                        where school_id = :school and state <> 'ENDED' and (:after::uuid is null or (uploaded_at, id) <
                              (select a.uploaded_at, a.id from attachments a where a.id = :after))
                        order by uploaded_at desc, id desc limit :limit
                        """)
                .param("school", school.value())
                .param("after", after)
                .param("limit", limit)
                .query(Attachments::kept)
                .list();
    }

    /**
     * @param released whether those kept without a scanner count as well
     */
    List<Kept> unscanned(boolean released, int most) {
        return jdbc.sql(
                        """
                        select * from attachments
                        where scanned_at is null and (state = 'QUARANTINED' or (? and state = 'RELEASED'))
                        order by uploaded_at limit ?
                        """)
                .params(released, most)
                .query(Attachments::kept)
                .list();
    }

    /** Those that ended and still lie in the store. */
    List<Ended> uncleared(int most) {
        return jdbc.sql(
                        """
                        select * from attachments
                        where state = 'ENDED' and cleared_at is null order by id limit ?
                        """)
                .param(most)
                .query((row, n) -> new Ended(entry(row)))
                .list();
    }

    /** Remembers that nothing of it lies in the store. */
    void cleared(Ended attachment, Instant at) {
        jdbc.sql("update attachments set cleared_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), attachment.entry().id())
                .update();
    }

    /** How many bytes the school keeps; nobody else can add to them until the transaction ends. */
    long lockAndSum(Organisation.Id school) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param(school.value().toString())
                .query((row, n) -> "")
                .single();
        return jdbc.sql(
                        """
                        select coalesce(sum(size), 0) from attachments
                        where school_id = ? and state not in ('CONDEMNED', 'ENDED')
                        """)
                .param(school.value())
                .query(Long.class)
                .single();
    }

    void add(Quarantined attachment) {
        var entry = attachment.entry();
        jdbc.sql(
                        """
                        insert into attachments (id, school_id, unit_id, name, type, size, sha256, sent_sha256, key,
                                                 uploaded_by, uploaded_at, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUARANTINED') on conflict (id) do nothing
                        """)
                .params(
                        entry.id(),
                        entry.school().value(),
                        entry.unit().value(),
                        entry.name(),
                        entry.format().type(),
                        entry.size(),
                        entry.sha256(),
                        entry.sentSha256(),
                        entry.key(),
                        entry.uploadedBy(),
                        entry.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Writes what the scanner made of it, unless it ended meanwhile. Said twice, the same stands
     * there.
     */
    Kept save(Kept attachment) {
        switch (attachment) {
            case Quarantined waiting -> write(waiting, "QUARANTINED", null, null);
            case Released released -> write(released, "RELEASED", released.scannedAt(), null);
            case Condemned condemned ->
                    write(condemned, "CONDEMNED", condemned.scannedAt(), condemned.finding());
        }
        return attachment;
    }

    private void write(
            Kept attachment, String state, @Nullable Instant scannedAt, @Nullable String finding) {
        jdbc.sql(
                        """
                        update attachments set state = ?, scanned_at = ?, finding = ?
                        where id = ? and state <> 'ENDED'
                        """)
                .param(state)
                .param(scannedAt == null ? null : scannedAt.atOffset(ZoneOffset.UTC))
                .param(finding)
                .param(attachment.entry().id())
                .update();
    }

    private static Attachment attachment(ResultSet row, int n) throws SQLException {
        return row.getString("state").equals("ENDED") ? new Ended(entry(row)) : kept(row, n);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var sent = row.getString("sent_sha256");
        return new Entry(
                row.getObject("id", UUID.class),
                new Organisation.Id(row.getObject("school_id", UUID.class)),
                new Organisation.Id(row.getObject("unit_id", UUID.class)),
                row.getString("name"),
                FileFormat.ofType(row.getString("type")),
                row.getLong("size"),
                row.getString("sha256"),
                sent == null ? row.getString("sha256") : sent,
                row.getObject("uploaded_by", UUID.class),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        var entry = entry(row);
        var scannedAt = row.getObject("scanned_at", OffsetDateTime.class);
        return switch (row.getString("state")) {
            case "QUARANTINED" -> new Quarantined(entry);
            case "RELEASED" ->
                    new Released(entry, scannedAt == null ? null : scannedAt.toInstant());
            default -> new Condemned(entry, row.getString("finding"), scannedAt.toInstant());
        };
    }
}

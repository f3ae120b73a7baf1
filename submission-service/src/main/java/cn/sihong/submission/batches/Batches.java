package cn.sihong.submission.batches;

import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.applications.Reporting.Line;
import cn.sihong.submission.batches.Batch.Entry;
import cn.sihong.submission.batches.Batch.Received;
import cn.sihong.submission.batches.Batch.SecondCheck;
import cn.sihong.submission.batches.Batch.SecondChecked;
import cn.sihong.submission.batches.Batch.Submitted;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Category;
import cn.sihong.submission.programmes.Programme;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The batches the units reported. */
@Repository
class Batches {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Batches(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Batch> find(Batch.Id id) {
        return jdbc.sql("select * from batches where id = ?")
                .param(id.value())
                .query(this::batch)
                .optional();
    }

    /** All the caller's reach lets through, in the order they came. */
    List<Batch> of(Programme.Id programme) {
        return jdbc.sql("select * from batches where programme_id = ? order by submitted_at, id")
                .param(programme.value())
                .query(this::batch)
                .list();
    }

    /** A unit reports once a programme; the index says so even to two clerks at once. */
    void add(Submitted batch) {
        var entry = batch.entry();
        try {
            jdbc.sql(
                            """
                            insert into batches (id, programme_id, unit_id, state, recommended, not_recommended, reasons,
                                                 submitted_at, submitted_by, late)
                            values (?, ?, ?, 'SUBMITTED', ?, ?, ?::jsonb, ?, ?, ?)
                            """)
                    .params(
                            entry.id().value(),
                            entry.programme().value(),
                            entry.unit().value(),
                            entry.recommended(),
                            entry.notRecommended(),
                            json.writeValueAsString(entry.reasons()),
                            entry.submittedAt().atOffset(ZoneOffset.UTC))
                    .param(entry.submittedBy())
                    .param(entry.late())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new AlreadyDone("报送");
        }
    }

    void save(SecondChecked batch) {
        write(batch, "SECOND_CHECKED", batch.check(), null);
    }

    void save(Received batch) {
        write(batch, "RECEIVED", batch.check(), batch.receivedAt());
    }

    private void write(
            Batch batch, String state, @Nullable SecondCheck check, @Nullable Instant receivedAt) {
        int written =
                jdbc.sql(
                                """
                                update batches set state = ?, received_at = ?, checked_at = ?, checked_by = ?,
                                       check_opinion = ?, struck = ?::jsonb, version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(state)
                        .param(receivedAt == null ? null : receivedAt.atOffset(ZoneOffset.UTC))
                        .param(check == null ? null : check.at().atOffset(ZoneOffset.UTC))
                        .param(check == null ? null : check.by())
                        .param(check == null ? null : check.opinion())
                        .param(check == null ? null : json.writeValueAsString(check.struck()))
                        .param(batch.entry().id().value())
                        .param(batch.entry().version())
                        .update();
        if (written == 0) throw new StaleVersion();
    }

    /** The summary as it is reported. */
    void addLines(Batch.Id batch, Organisation.Id unit, List<Line> lines) {
        for (var line : lines)
            jdbc.sql("insert into batch_lines values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(batch.value())
                    .param(line.applicationId())
                    .param(line.schoolId())
                    .param(unit.value())
                    .param(line.category().name())
                    .param(line.title())
                    .param(line.origin())
                    .param(line.rank())
                    .param(line.reason())
                    .update();
    }

    /** By category and rank. */
    List<Line> lines(Batch.Id batch) {
        return jdbc.sql(
                        """
                        select * from batch_lines where batch_id = ?
                        order by category, rank nulls last, title, application_id
                        """)
                .param(batch.value())
                .query((row, n) ->
                        new Line(
                                row.getObject("application_id", UUID.class),
                                row.getObject("school_id", UUID.class),
                                Category.valueOf(row.getString("category")),
                                row.getString("title"),
                                row.getString("origin"),
                                row.getObject("rank", Integer.class),
                                row.getString("reason")))
                .list();
    }

    private Batch batch(ResultSet row, int n) throws SQLException {
        var entry =
                new Entry(
                        new Batch.Id(row.getObject("id", UUID.class)),
                        new Programme.Id(row.getObject("programme_id", UUID.class)),
                        new Organisation.Id(row.getObject("unit_id", UUID.class)),
                        row.getInt("recommended"),
                        row.getInt("not_recommended"),
                        reasons(row.getString("reasons")),
                        row.getObject("submitted_by", UUID.class),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("late"),
                        row.getLong("version"));
        return switch (row.getString("state")) {
            case "SUBMITTED" -> new Submitted(entry);
            case "SECOND_CHECKED" -> new SecondChecked(entry, check(row));
            default ->
                    new Received(
                            entry,
                            row.getString("check_opinion") == null ? null : check(row),
                            row.getObject("received_at", OffsetDateTime.class).toInstant());
        };
    }

    private SecondCheck check(ResultSet row) throws SQLException {
        return new SecondCheck(
                row.getString("check_opinion"),
                reasons(row.getString("struck")),
                row.getObject("checked_by", UUID.class),
                row.getObject("checked_at", OffsetDateTime.class).toInstant());
    }

    private Map<UUID, String> reasons(String text) {
        return json.readValue(text, new TypeReference<Map<UUID, String>>() {});
    }
}

package cn.sihong.submission.batches;

import cn.sihong.platform.problem.AlreadyDone;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.submission.batches.Batch.Entry;
import cn.sihong.submission.batches.Batch.Received;
import cn.sihong.submission.batches.Batch.Submitted;
import cn.sihong.submission.organisations.Organisation;
import cn.sihong.submission.programmes.Programme;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
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
                            insert into batches (id, programme_id, unit_id, state, recommended, not_recommended, reasons, submitted_at)
                            values (?, ?, ?, 'SUBMITTED', ?, ?, ?::jsonb, ?)
                            """)
                    .params(
                            entry.id().value(),
                            entry.programme().value(),
                            entry.unit().value(),
                            entry.recommended(),
                            entry.notRecommended(),
                            json.writeValueAsString(entry.reasons()),
                            entry.submittedAt().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new AlreadyDone("报送");
        }
    }

    void save(Received batch) {
        int written =
                jdbc.sql(
                                """
                                update batches set state = 'RECEIVED', received_at = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .params(
                                batch.receivedAt().atOffset(ZoneOffset.UTC),
                                batch.entry().id().value(),
                                batch.entry().version())
                        .update();
        if (written == 0) throw new StaleVersion();
    }

    private Batch batch(ResultSet row, int n) throws SQLException {
        var entry =
                new Entry(
                        new Batch.Id(row.getObject("id", UUID.class)),
                        new Programme.Id(row.getObject("programme_id", UUID.class)),
                        new Organisation.Id(row.getObject("unit_id", UUID.class)),
                        row.getInt("recommended"),
                        row.getInt("not_recommended"),
                        json.readValue(
                                row.getString("reasons"),
                                new TypeReference<Map<UUID, String>>() {}),
                        row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                        row.getLong("version"));
        var receivedAt = row.getObject("received_at", OffsetDateTime.class);
        return receivedAt == null
                ? new Submitted(entry)
                : new Received(entry, receivedAt.toInstant());
    }
}

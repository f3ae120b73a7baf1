package cn.sihong.review.inspections;

import cn.sihong.review.inspections.FieldRecord.Adjusted;
import cn.sihong.review.inspections.FieldRecord.Body;
import cn.sihong.review.inspections.FieldRecord.Scored;
import cn.sihong.review.inspections.Inspection.Visit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The records of all visits; they are added and read, nothing else. */
@Repository
class FieldRecords {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    FieldRecords(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<FieldRecord> of(UUID inspection) {
        return jdbc.sql("select * from field_records where inspection_id = ? order by id")
                .param(inspection)
                .query((row, n) -> record(row))
                .list();
    }

    /** False if the id is taken by a record of another visit. */
    boolean add(Visit visit, FieldRecord record, Checklist checklist) {
        var scored = record.body() instanceof Scored it ? it : null;
        var adjusted = record.body() instanceof Adjusted it ? it : null;
        var rubric =
                adjusted != null
                        ? checklist.school()
                        : scored == null ? null : checklist.rubricOf(scored.about()).orElseThrow();
        return jdbc.sql(
                                """
                                insert into field_records (id, inspection_id, school_id, author, made_at, replaces, body,
                                    about, rubric_id, criterion, max_points, points, rule)
                                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
                                """)
                        .param(record.id())
                        .param(visit.id())
                        .param(visit.schoolId())
                        .param(record.author())
                        .param(record.madeAt().atOffset(ZoneOffset.UTC))
                        .param(record.replaces().toArray(UUID[]::new))
                        .param(json.writerFor(Body.class).writeValueAsString(record.body()))
                        .param(scored == null ? null : scored.about())
                        .param(rubric == null ? null : rubric.id())
                        .param(scored == null ? null : scored.criterion())
                        .param(
                                scored == null || rubric == null
                                        ? null
                                        : rubric.maxPoints(scored.criterion()))
                        .param(scored == null ? null : scored.points())
                        .param(adjusted == null ? null : adjusted.rule())
                        .update()
                == 1;
    }

    private FieldRecord record(ResultSet row) throws SQLException {
        return new FieldRecord(
                row.getObject("id", UUID.class),
                row.getObject("author", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                FieldRecord.sorted(Arrays.asList((UUID[]) row.getArray("replaces").getArray())),
                json.readValue(row.getString("body"), Body.class));
    }
}

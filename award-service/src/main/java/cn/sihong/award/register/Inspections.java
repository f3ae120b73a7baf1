package cn.sihong.award.register;

import cn.sihong.contracts.InspectionEvent.ItemScore;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What locked inspections said of a school and of each of its applications (R52–R57). */
@Repository
class Inspections {

    private final JdbcClient jdbc;

    Inspections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The result of a visit.
     *
     * @param points the school's own, in thousandths of a point
     */
    record Result(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            long points,
            java.time.Instant lockedAt,
            long version) {}

    void keep(Result result, List<ItemScore> items) {
        var newer =
                jdbc.sql(
                                """
                                insert into inspections (id, programme_id, school_id, points, locked_at, version)
                                values (?, ?, ?, ?, ?, ?)
                                on conflict (id) do update set
                                    programme_id = excluded.programme_id, school_id = excluded.school_id,
                                    points = excluded.points, locked_at = excluded.locked_at, version = excluded.version
                                where inspections.version < excluded.version
                                """)
                        .params(
                                result.id(),
                                result.programmeId(),
                                result.schoolId(),
                                result.points(),
                                result.lockedAt().atOffset(ZoneOffset.UTC),
                                result.version())
                        .update();
        if (newer == 1) keepItems(result.id(), items);
    }

    private void keepItems(UUID inspection, List<ItemScore> items) {
        jdbc.sql("delete from inspected_applications where inspection_id = ?")
                .param(inspection)
                .update();
        for (var item : items) {
            jdbc.sql(
                            """
                            insert into inspected_applications (inspection_id, application_id, points)
                            values (?, ?, ?)
                            """)
                    .params(inspection, item.applicationId(), item.score())
                    .update();
        }
    }
}

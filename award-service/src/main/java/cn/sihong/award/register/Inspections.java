package cn.sihong.award.register;

import cn.sihong.contracts.InspectionEvent.ItemScore;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What locked inspections said of a school and of each of its applications (R52–R57). */
@Repository
public class Inspections {

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

    /**
     * How many schools with applications wait for their visit's result (invariant 7): no locked
     * inspection, or a later one that was set and has no result yet.
     */
    public int waiting(UUID programme) {
        return jdbc.sql(
                        """
                        select count(distinct school_id) from applications a
                        where programme_id = :programme
                          and not exists (select from withdrawn_applications where application_id = a.id)
                          and (not exists (select from inspections i
                                           where i.programme_id = a.programme_id and i.school_id = a.school_id)
                            or exists (select from scheduled_inspections s
                                       where s.programme_id = a.programme_id and s.school_id = a.school_id
                                         and not exists (select from inspections i where i.id = s.id)))
                        """)
                .param("programme", programme)
                .query(Integer.class)
                .single();
    }

    void schedule(UUID id, UUID programme, UUID school) {
        jdbc.sql("insert into scheduled_inspections values (?, ?, ?) on conflict do nothing")
                .params(id, programme, school)
                .update();
    }

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

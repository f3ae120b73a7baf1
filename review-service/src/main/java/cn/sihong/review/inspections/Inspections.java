package cn.sihong.review.inspections;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.inspections.Inspection.Locked;
import cn.sihong.review.inspections.Inspection.OnSite;
import cn.sihong.review.inspections.Inspection.Scheduled;
import cn.sihong.review.inspections.Inspection.Signature;
import cn.sihong.review.inspections.Inspection.Signed;
import cn.sihong.review.inspections.Inspection.Stop;
import cn.sihong.review.inspections.Inspection.Visit;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All visits; row security lets an inspector see the schools they are named for. */
@Repository
class Inspections {

    private final JdbcClient jdbc;

    Inspections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Inspection> find(UUID id) {
        return jdbc.sql("select * from inspections where id = ?")
                .param(id)
                .query((row, n) -> inspection(row))
                .optional();
    }

    /** Nobody else writes to the visit until the transaction ends. */
    void hold(UUID id) {
        jdbc.sql("select id from inspections where id = ? for update")
                .param(id)
                .query((row, n) -> "")
                .list();
    }

    /** Whether there is such an inspection, visible or not. */
    boolean exists(UUID id) {
        return jdbc.sql("select inspection_exists(?)").param(id).query(Boolean.class).single();
    }

    /** False if the school has its visit already. */
    boolean add(Scheduled scheduled) {
        var visit = scheduled.visit();
        var stop = visit.route();
        boolean added =
                jdbc.sql(
                                        """
                                        insert into inspections (id, programme_id, school_id, visit_on, state, team_id, place)
                                        values (?, ?, ?, ?, 'SCHEDULED', ?, ?) on conflict do nothing
                                        """)
                                .params(
                                        visit.id(),
                                        visit.programmeId(),
                                        visit.schoolId(),
                                        visit.on())
                                .param(stop == null ? null : stop.teamId())
                                .param(stop == null ? null : stop.place())
                                .update()
                        == 1;
        if (added)
            visit.inspectors()
                    .forEach(subject ->
                            jdbc.sql("insert into inspectors values (?, ?, ?)")
                                    .params(visit.id(), visit.schoolId(), subject)
                                    .update());
        return added;
    }

    void save(Inspection inspection) {
        var signature = signature(inspection);
        int saved =
                jdbc.sql(
                                """
                                update inspections
                                set state = ?, visit_on = ?, summary = ?, school_signatory = ?, signed_by = ?,
                                    signed_at = ?, signature_record = ?, locked_at = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(state(inspection))
                        .param(inspection.visit().on())
                        .param(signature == null ? null : signature.summary())
                        .param(signature == null ? null : signature.schoolSignatory())
                        .param(signature == null ? null : signature.by())
                        .param(signature == null ? null : Timestamp.from(signature.at()))
                        .param(signature == null ? null : signature.record())
                        .param(lockedAt(inspection))
                        .params(inspection.visit().id(), inspection.version() - 1)
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    static String state(Inspection inspection) {
        return switch (inspection) {
            case Scheduled _ -> "SCHEDULED";
            case OnSite _ -> "ON_SITE";
            case Signed _ -> "SIGNED";
            case Locked _ -> "LOCKED";
        };
    }

    static @Nullable Signature signature(Inspection inspection) {
        return switch (inspection) {
            case Scheduled _, OnSite _ -> null;
            case Signed signed -> signed.signature();
            case Locked locked -> locked.signature();
        };
    }

    private Inspection inspection(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var team = row.getObject("team_id", UUID.class);
        var visit =
                new Visit(
                        id,
                        row.getObject("programme_id", UUID.class),
                        row.getObject("school_id", UUID.class),
                        row.getObject("visit_on", LocalDate.class),
                        inspectors(id),
                        team == null ? null : new Stop(team, row.getInt("place")));
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "SCHEDULED" -> new Scheduled(visit, version);
            case "ON_SITE" -> new OnSite(visit, version);
            case "SIGNED" -> new Signed(visit, version, signature(row));
            case "LOCKED" ->
                    new Locked(
                            visit,
                            version,
                            signature(row),
                            row.getTimestamp("locked_at").toInstant());
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                row.getObject("signature_record", UUID.class),
                row.getObject("signed_by", UUID.class),
                row.getString("school_signatory"),
                row.getString("summary"),
                row.getTimestamp("signed_at").toInstant());
    }

    private Set<UUID> inspectors(UUID id) {
        return new LinkedHashSet<>(
                jdbc.sql("select subject from inspectors where inspection_id = ? order by subject")
                        .param(id)
                        .query((row, n) -> row.getObject("subject", UUID.class))
                        .list());
    }

    private static @Nullable Timestamp lockedAt(Inspection inspection) {
        return switch (inspection) {
            case Scheduled _, OnSite _, Signed _ -> null;
            case Locked locked -> Timestamp.from(locked.lockedAt());
        };
    }
}

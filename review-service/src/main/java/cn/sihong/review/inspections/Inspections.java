package cn.sihong.review.inspections;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.inspections.Inspection.Locked;
import cn.sihong.review.inspections.Inspection.OnSite;
import cn.sihong.review.inspections.Inspection.Scheduled;
import cn.sihong.review.inspections.Inspection.Signature;
import cn.sihong.review.inspections.Inspection.Signed;
import cn.sihong.review.inspections.Inspection.Visit;
import cn.sihong.review.rubrics.Method;
import cn.sihong.review.rubrics.Rubric;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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

    /** Whether there is such an inspection, visible or not. */
    boolean exists(UUID id) {
        return jdbc.sql("select inspection_exists(?)").param(id).query(Boolean.class).single();
    }

    /** False if the school has its visit already. */
    boolean add(Scheduled scheduled) {
        var visit = scheduled.visit();
        boolean added =
                jdbc.sql(
                                        """
                                        insert into inspections (id, programme_id, school_id, visit_on, state)
                                        values (?, ?, ?, ?, 'SCHEDULED') on conflict do nothing
                                        """)
                                .params(
                                        visit.id(),
                                        visit.programmeId(),
                                        visit.schoolId(),
                                        visit.on())
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

    /** The findings go first: once signed, the database lets nothing of them change. */
    void record(OnSite inspection, Checklist checklist) {
        replaceFindings(inspection, checklist);
        save(inspection);
    }

    void save(Inspection inspection) {
        var signature = signature(inspection);
        int saved =
                jdbc.sql(
                                """
                                update inspections
                                set state = ?, summary = ?, school_signatory = ?, signed_by = ?, signed_at = ?,
                                    locked_at = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(state(inspection))
                        .param(signature == null ? null : signature.summary())
                        .param(signature == null ? null : signature.schoolSignatory())
                        .param(signature == null ? null : signature.by())
                        .param(signature == null ? null : Timestamp.from(signature.at()))
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

    private void replaceFindings(OnSite inspection, Checklist checklist) {
        var visit = inspection.visit();
        jdbc.sql("delete from inspection_methods where inspection_id = ?")
                .param(visit.id())
                .update();
        jdbc.sql("delete from inspection_points where inspection_id = ?")
                .param(visit.id())
                .update();
        var findings = inspection.findings();
        findings.methods()
                .forEach((method, done) ->
                        jdbc.sql("insert into inspection_methods values (?, ?, ?, ?, ?)")
                                .params(
                                        visit.id(),
                                        visit.schoolId(),
                                        method.name(),
                                        done.note(),
                                        done.count())
                                .update());
        insertPoints(visit, visit.schoolId(), checklist.school(), findings.school());
        findings.items()
                .forEach((application, points) ->
                        insertPoints(visit, application, checklist.rubricOf(application), points));
    }

    private void insertPoints(Visit visit, UUID about, Rubric rubric, Map<String, Integer> points) {
        var codes = new ArrayList<>(points.keySet());
        jdbc.sql(
                        """
                        insert into inspection_points
                        select ?, ?, ?, ?, * from unnest(?::text[], ?::int[], ?::int[])
                        """)
                .params(visit.id(), visit.schoolId(), about, rubric.id())
                .param(codes.toArray(String[]::new))
                .param(codes.stream().map(rubric::maxPoints).toArray(Integer[]::new))
                .param(codes.stream().map(points::get).toArray(Integer[]::new))
                .update();
    }

    private Inspection inspection(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var visit =
                new Visit(
                        id,
                        row.getObject("programme_id", UUID.class),
                        row.getObject("school_id", UUID.class),
                        row.getObject("visit_on", LocalDate.class),
                        inspectors(id));
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "SCHEDULED" -> new Scheduled(visit, version);
            case "ON_SITE" -> new OnSite(visit, version, findings(visit));
            case "SIGNED" -> new Signed(visit, version, findings(visit), signature(row));
            case "LOCKED" ->
                    new Locked(
                            visit,
                            version,
                            findings(visit),
                            signature(row),
                            row.getTimestamp("locked_at").toInstant());
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                row.getObject("signed_by", UUID.class),
                row.getString("school_signatory"),
                row.getString("summary"),
                row.getTimestamp("signed_at").toInstant());
    }

    private Set<UUID> inspectors(UUID id) {
        return new LinkedHashSet<>(
                jdbc.sql("select subject from inspectors where inspection_id = ? order by subject")
                        .param(id)
                        .query(UUID.class)
                        .list());
    }

    private Findings findings(Visit visit) {
        var methods = new LinkedHashMap<Method, Findings.Done>();
        jdbc.sql("select method, note, count from inspection_methods where inspection_id = ?")
                .param(visit.id())
                .query(row -> {
                    methods.put(
                            Method.valueOf(row.getString("method")),
                            new Findings.Done(row.getString("note"), row.getInt("count")));
                });
        var points = new LinkedHashMap<UUID, Map<String, Integer>>();
        jdbc.sql("select about, criterion, points from inspection_points where inspection_id = ?")
                .param(visit.id())
                .query(row -> {
                    points.computeIfAbsent(
                                    row.getObject("about", UUID.class),
                                    about -> new LinkedHashMap<>())
                            .put(row.getString("criterion"), row.getInt("points"));
                });
        var school = points.remove(visit.schoolId());
        return new Findings(methods, school == null ? Map.of() : school, points);
    }

    private static @Nullable Timestamp lockedAt(Inspection inspection) {
        return switch (inspection) {
            case Scheduled _, OnSite _, Signed _ -> null;
            case Locked locked -> Timestamp.from(locked.lockedAt());
        };
    }
}

package cn.sihong.review.inspections;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.review.inspections.Inspection.Signature;
import cn.sihong.review.register.Applications;
import cn.sihong.review.register.Organisation;
import cn.sihong.review.register.Organisations;
import cn.sihong.review.rubrics.Method;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the portal shows of visits. */
@Repository
class InspectionViews {

    /** A line of the list. */
    record Line(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            @Nullable String schoolName,
            LocalDate on,
            String state,
            long version) {}

    /** A visit with all that there is to find out and all that was found. */
    record View(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            @Nullable String schoolName,
            LocalDate on,
            String state,
            long version,
            List<UUID> inspectors,
            Map<Method, Findings.Done> methods,
            Map<String, Integer> schoolPoints,
            List<Item> items,
            @Nullable String summary,
            @Nullable String schoolSignatory,
            @Nullable Instant signedAt) {}

    record Item(
            UUID applicationId,
            String category,
            String number,
            String title,
            String summary,
            Map<String, Integer> points) {}

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Organisations organisations;

    InspectionViews(JdbcClient jdbc, Applications applications, Organisations organisations) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.organisations = organisations;
    }

    /** All visits for the bureau, their own for inspectors. */
    @Transactional(readOnly = true)
    public Page<Line> of(UUID programme, Actor actor, PageRequest page) {
        boolean all = actor.isAny(Role.PARTY_OFFICE, Role.PARTY_GROUP_MEMBER, Role.DISCIPLINE);
        var lines =
                jdbc.sql(
                                """
                                select i.*, o.name as school_name
                                from inspections i left join organisations o on o.id = i.school_id
                                where i.programme_id = ? and i.id > ?
                                  and (? or exists (select from inspectors n where n.inspection_id = i.id and n.subject = ?))
                                order by i.id limit ?
                                """)
                        .params(
                                programme,
                                page.afterId().orElse(new UUID(0, 0)),
                                all,
                                actor.subject(),
                                page.limitAndOne())
                        .query(InspectionViews::line)
                        .list();
        return Page.of(lines, page, line -> line.id().toString());
    }

    @Transactional(readOnly = true)
    public View of(Inspection inspection) {
        var visit = inspection.visit();
        var findings = inspection.findings();
        Signature signature = Inspections.signature(inspection);
        return new View(
                visit.id(),
                visit.programmeId(),
                visit.schoolId(),
                organisations.find(visit.schoolId()).map(Organisation::name).orElse(null),
                visit.on(),
                Inspections.state(inspection),
                inspection.version(),
                visit.inspectors().stream().sorted().toList(),
                findings.methods(),
                findings.school(),
                items(visit.programmeId(), visit.schoolId(), findings),
                signature == null ? null : signature.summary(),
                signature == null ? null : signature.schoolSignatory(),
                signature == null ? null : signature.at());
    }

    private List<Item> items(UUID programme, UUID school, Findings findings) {
        return applications.of(programme, school).stream()
                .map(application ->
                        new Item(
                                application.id(),
                                application.category(),
                                application.number(),
                                application.title(),
                                application.summary(),
                                findings.items().getOrDefault(application.id(), Map.of())))
                .toList();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("school_id", UUID.class),
                row.getString("school_name"),
                row.getObject("visit_on", LocalDate.class),
                row.getString("state"),
                row.getLong("version"));
    }
}

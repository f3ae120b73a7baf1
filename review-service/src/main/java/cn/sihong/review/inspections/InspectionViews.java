package cn.sihong.review.inspections;

import cn.sihong.platform.keycloak.Actor;
import cn.sihong.platform.keycloak.Role;
import cn.sihong.platform.paging.Page;
import cn.sihong.platform.paging.PageRequest;
import cn.sihong.review.inspections.FieldRecord.Body;
import cn.sihong.review.inspections.Inspection.Locked;
import cn.sihong.review.inspections.Inspection.OnSite;
import cn.sihong.review.inspections.Inspection.Scheduled;
import cn.sihong.review.inspections.Inspection.Signature;
import cn.sihong.review.inspections.Inspection.Signed;
import cn.sihong.review.inspections.InspectionLifecycle.Found;
import cn.sihong.review.inspections.Result.Done;
import cn.sihong.review.inspections.Sheet.Answers;
import cn.sihong.review.inspections.Sheet.Status;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the portal shows of visits. An inspector sees their own scores, and those of the team once
 * their own are locked; the bureau sees what is locked.
 */
@Repository
class InspectionViews {

    private static final Role[] BUREAU = {
        Role.PARTY_OFFICE, Role.PARTY_GROUP_MEMBER, Role.DISCIPLINE
    };

    enum State {
        SCHEDULED,
        ON_SITE,
        SIGNED,
        LOCKED
    }

    /** A line of the list. */
    record Line(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            @Nullable String schoolName,
            LocalDate on,
            State state,
            @Nullable UUID teamId,
            @Nullable Integer place,
            long version) {}

    /**
     * A visit with all that the reader may know of it.
     *
     * @param methods what the reader did while they are on site, otherwise what the team did
     * @param teamMethods what the team did
     * @param schoolPoints the reader's own while they are on site, otherwise the team's means
     * @param myScores how far the reader's own sheet is; absent for the bureau
     * @param sheets the sheets that the reader may see
     * @param conflicts records that stand against each other
     * @param adjustments bonuses and deductions, which the team has in common
     * @param adjusted milli-points that they make together, within their limit
     * @param late records that came after what they belong to was locked or signed
     */
    record View(
            UUID id,
            UUID programmeId,
            UUID schoolId,
            @Nullable String schoolName,
            LocalDate on,
            State state,
            long version,
            List<UUID> inspectors,
            @Nullable UUID teamId,
            @Nullable Integer place,
            Map<Method, Done> methods,
            Map<Method, Done> teamMethods,
            Map<String, Integer> schoolPoints,
            List<Item> items,
            @Nullable Status myScores,
            List<SheetView> sheets,
            List<Conflict> conflicts,
            List<Adjustment> adjustments,
            long adjusted,
            Set<UUID> late,
            @Nullable String summary,
            @Nullable String schoolSignatory,
            @Nullable Instant signedAt) {}

    record Item(
            UUID applicationId,
            String category,
            String number,
            String title,
            String summary,
            Map<String, Integer> points,
            @Nullable String exception) {}

    /**
     * @param answers absent while the reader may not see them
     */
    record SheetView(UUID inspector, Status status, @Nullable Answers answers) {}

    /** Records of the same thing that do not know each other. */
    record Conflict(String about, List<RecordView> records) {}

    record RecordView(UUID id, UUID author, Instant madeAt, Set<UUID> replaces, Body body) {
        static RecordView of(FieldRecord record) {
            return new RecordView(
                    record.id(),
                    record.author(),
                    record.madeAt(),
                    record.replaces(),
                    record.body());
        }
    }

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
                                actor.isAny(BUREAU),
                                actor.subject(),
                                page.limitAndOne())
                        .query(InspectionViews::line)
                        .list();
        return Page.of(lines, page, line -> line.id().toString());
    }

    @Transactional(readOnly = true)
    public View of(Found found, Actor actor) {
        var inspection = found.inspection();
        var visit = inspection.visit();
        var team = team(found);
        boolean isNamed = visit.inspectors().contains(actor.subject());
        var mine = found.book().sheetOf(actor.subject());
        boolean onSite = inspection instanceof Scheduled || inspection instanceof OnSite;
        boolean ownOnly = isNamed && onSite;
        boolean seesTeam = maySeeTeam(found, actor);
        Signature signature = Inspections.signature(inspection);
        return new View(
                visit.id(),
                visit.programmeId(),
                visit.schoolId(),
                organisations.find(visit.schoolId()).map(Organisation::name).orElse(null),
                visit.on(),
                State.valueOf(Inspections.state(inspection)),
                inspection.version(),
                visit.inspectors().stream().sorted().toList(),
                visit.route() == null ? null : visit.route().teamId(),
                visit.route() == null ? null : visit.route().place(),
                ownOnly ? methodsOf(found, actor.subject()) : team.methods(),
                team.methods(),
                points(visit.schoolId(), ownOnly, mine, seesTeam, team),
                items(found, ownOnly, mine, seesTeam, team),
                isNamed ? mine.status() : null,
                sheets(found, actor, seesTeam),
                conflicts(found, actor, seesTeam),
                team.adjustments().given(),
                team.adjustments().total(),
                found.book().late(),
                signature == null ? null : signature.summary(),
                signature == null ? null : signature.schoolSignatory(),
                signature == null ? null : signature.at());
    }

    /** The records that the reader may have: all their own, and what is open to the team. */
    List<RecordView> records(Found found, Actor actor) {
        boolean seesTeam = maySeeTeam(found, actor);
        return found.book().records().stream()
                .filter(record -> mayRead(found, record, actor, seesTeam))
                .map(RecordView::of)
                .toList();
    }

    private static boolean mayRead(Found found, FieldRecord record, Actor actor, boolean seesTeam) {
        return record.author().equals(actor.subject())
                || record.isOpenToTheTeam()
                || (seesTeam && found.book().sheetOf(record.author()).isLocked());
    }

    /** The bureau, and whoever cannot be swayed any more. */
    private static boolean maySeeTeam(Found found, Actor actor) {
        if (found.inspection() instanceof Locked) return true;
        return found.inspection().visit().inspectors().contains(actor.subject())
                ? found.book().sheetOf(actor.subject()).isLocked()
                : actor.isAny(BUREAU);
    }

    private static Result team(Found found) {
        return switch (found.inspection()) {
            case Scheduled it -> Result.of(it.visit().inspectors(), found.book());
            case OnSite it -> Result.of(it.visit().inspectors(), found.book());
            case Signed it -> Result.of(it.visit().inspectors(), found.book());
            case Locked it -> InspectionLifecycle.resultOf(it, found.book());
        };
    }

    private static Map<Method, Done> methodsOf(Found found, UUID author) {
        var own = new EnumMap<Method, Done>(Method.class);
        for (var method : Method.values())
            found.book()
                    .methods(author, method)
                    .findFirst()
                    .ifPresent(it -> own.put(method, new Done(it.note(), it.count(), it.counts())));
        return own;
    }

    private static Map<String, Integer> points(
            UUID subject, boolean ownOnly, Sheet mine, boolean seesTeam, Result team) {
        if (ownOnly) return mine.answers().about(subject);
        return seesTeam ? team.pointsOf(subject) : Map.of();
    }

    private List<Item> items(
            Found found, boolean ownOnly, Sheet mine, boolean seesTeam, Result team) {
        var visit = found.inspection().visit();
        return applications.of(visit.programmeId(), visit.schoolId()).stream()
                .map(application ->
                        new Item(
                                application.id(),
                                application.category(),
                                application.number(),
                                application.title(),
                                application.summary(),
                                points(application.id(), ownOnly, mine, seesTeam, team),
                                ownOnly ? mine.answers().exceptions().get(application.id()) : null))
                .toList();
    }

    /** Of a sheet that is still open nobody but its author sees more than that it is. */
    private static List<SheetView> sheets(Found found, Actor actor, boolean seesTeam) {
        return found.inspection().visit().inspectors().stream()
                .sorted()
                .map(found.book()::sheetOf)
                .map(sheet ->
                        new SheetView(
                                sheet.inspector(),
                                sheet.status(),
                                sheet.inspector().equals(actor.subject())
                                                || (seesTeam && sheet.isLocked())
                                        ? sheet.answers()
                                        : null))
                .toList();
    }

    private static List<Conflict> conflicts(Found found, Actor actor, boolean seesTeam) {
        return found.book().conflicts().entrySet().stream()
                .filter(slot ->
                        slot.getValue().stream()
                                .allMatch(record -> mayRead(found, record, actor, seesTeam)))
                .map(slot ->
                        new Conflict(
                                slot.getKey(),
                                slot.getValue().stream().map(RecordView::of).toList()))
                .toList();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getObject("school_id", UUID.class),
                row.getString("school_name"),
                row.getObject("visit_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getObject("team_id", UUID.class),
                row.getObject("place", Integer.class),
                row.getLong("version"));
    }
}

package cn.sihong.review.supervision;

import cn.sihong.platform.problem.NotYourUnit;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.supervision.Guidance.Reply;
import cn.sihong.review.supervision.Light.Colour;
import cn.sihong.review.supervision.Visit.Announced;
import cn.sihong.review.supervision.Visit.CalledOff;
import cn.sihong.review.supervision.Visit.Held;
import cn.sihong.review.supervision.Visit.Means;
import cn.sihong.review.supervision.Visit.Observation;
import cn.sihong.review.supervision.Visit.Plan;
import cn.sihong.review.supervision.Visit.Report;
import cn.sihong.review.supervision.Visit.Reported;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables of visits, guidance and lights. */
@Repository
class Visits {

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Visit> find(UUID id) {
        return jdbc.sql("select * from supervision_visits where id = ?")
                .param(id)
                .query((row, n) -> visit(row))
                .optional();
    }

    Visit get(UUID id) {
        return find(id).orElseThrow(() ->
                exists("supervision_exists", id) ? new NotYourUnit() : new NoSuchVisit());
    }

    void add(Plan plan) {
        jdbc.sql(
                        """
                        insert into supervision_visits
                            (id, programme_id, school_id, unit_id, list_item_id, visit_on, announced_on, visitors, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'ANNOUNCED')
                        """)
                .params(
                        plan.id(),
                        plan.programmeId(),
                        plan.schoolId(),
                        plan.unitId(),
                        plan.item(),
                        plan.on(),
                        plan.announcedOn(),
                        plan.visitors().stream().sorted().toArray(UUID[]::new))
                .update();
    }

    /**
     * Writes the state over the version it came from.
     *
     * @throws StaleVersion when somebody else was quicker
     */
    Visit save(Visit visit) {
        var record = record(visit);
        var report = visit instanceof Reported reported ? reported.report() : null;
        int written =
                jdbc.sql(
                                """
                                update supervision_visits
                                set state = ?, version = version + 1, methods = ?, met = ?, note = ?, strengths = ?,
                                    problems = ?, reported_by = ?, reported_at = ?, reason = ?
                                where id = ? and version = ?
                                """)
                        .param(visit.state())
                        .param(record == null ? null : means(record))
                        .param(record == null ? null : record.met())
                        .param(record == null ? null : record.note())
                        .param(report == null ? null : report.strengths())
                        .param(report == null ? null : report.problems())
                        .param(report == null ? null : report.by())
                        .param(report == null ? null : report.at().atOffset(ZoneOffset.UTC))
                        .param(visit instanceof CalledOff off ? off.reason() : null)
                        .param(visit.plan().id())
                        .param(visit.version())
                        .update();
        if (written == 0) throw new StaleVersion();
        return get(visit.plan().id());
    }

    void advise(Guidance guidance) {
        jdbc.sql(
                        """
                        insert into guidance (id, visit_id, school_id, unit_id, text, reply_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        guidance.id(),
                        guidance.visitId(),
                        guidance.schoolId(),
                        guidance.unitId(),
                        guidance.text(),
                        guidance.replyBy())
                .update();
    }

    Guidance getGuidance(UUID id) {
        return jdbc.sql("select * from guidance where id = ?")
                .param(id)
                .query((row, n) -> guidance(row))
                .optional()
                .orElseThrow(() ->
                        exists("guidance_exists", id) ? new NotYourUnit() : new NoSuchGuidance());
    }

    List<Guidance> guidanceOf(UUID visit) {
        return jdbc.sql("select * from guidance where visit_id = ? order by id")
                .param(visit)
                .query((row, n) -> guidance(row))
                .list();
    }

    /** What schools have not replied to and should have by this day. */
    List<Guidance> waiting(LocalDate until) {
        return jdbc.sql(
                        "select * from guidance where replied_on is null and reply_by <= ? order by id")
                .param(until)
                .query((row, n) -> guidance(row))
                .list();
    }

    /** False if it was replied to before. */
    boolean reply(UUID guidance, Reply reply) {
        return jdbc.sql(
                                """
                                update guidance set reply = ?, replied_by = ?, replied_on = ?
                                where id = ? and replied_on is null
                                """)
                        .params(reply.text(), reply.by(), reply.on(), guidance)
                        .update()
                == 1;
    }

    void show(Light light, UUID school) {
        jdbc.sql(
                        """
                        insert into supervision_lights (visit_id, school_id, colour, why, given_at, opens_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        light.visitId(),
                        school,
                        light.colour().name(),
                        light.why(),
                        light.givenAt().atOffset(ZoneOffset.UTC),
                        light.opensAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Empty for the bureau as long as it is private. */
    Optional<Light> light(UUID visit) {
        return jdbc.sql("select * from supervision_lights where visit_id = ?")
                .param(visit)
                .query((row, n) ->
                        new Light(
                                visit,
                                Colour.valueOf(row.getString("colour")),
                                row.getString("why"),
                                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                                row.getString("school_word")))
                .optional();
    }

    void say(UUID visit, String schoolWord) {
        jdbc.sql("update supervision_lights set school_word = ? where visit_id = ?")
                .params(schoolWord, visit)
                .update();
    }

    private boolean exists(String function, UUID id) {
        return jdbc.sql("select %s(?)".formatted(function)).param(id).query(Boolean.class).single();
    }

    private static @Nullable Observation record(Visit visit) {
        return switch (visit) {
            case Announced _, CalledOff _ -> null;
            case Held held -> held.record();
            case Reported reported -> reported.record();
        };
    }

    private static String[] means(Observation record) {
        return record.means().stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static Visit visit(ResultSet row) throws SQLException {
        var plan =
                new Plan(
                        row.getObject("id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getObject("school_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("list_item_id", UUID.class),
                        row.getObject("visit_on", LocalDate.class),
                        row.getObject("announced_on", LocalDate.class),
                        Set.of((UUID[]) row.getArray("visitors").getArray()));
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "ANNOUNCED" -> new Announced(plan, version);
            case "HELD" -> new Held(plan, version, recordOf(row));
            case "REPORTED" ->
                    new Reported(
                            plan,
                            version,
                            recordOf(row),
                            new Report(
                                    row.getString("strengths"),
                                    row.getString("problems"),
                                    row.getObject("reported_by", UUID.class),
                                    row.getObject("reported_at", OffsetDateTime.class)
                                            .toInstant()));
            case "CALLED_OFF" -> new CalledOff(plan, version, row.getString("reason"));
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }

    private static Observation recordOf(ResultSet row) throws SQLException {
        return new Observation(
                Arrays.stream((String[]) row.getArray("methods").getArray())
                        .map(Means::valueOf)
                        .collect(Collectors.toSet()),
                row.getInt("met"),
                row.getString("note"));
    }

    private static Guidance guidance(ResultSet row) throws SQLException {
        var on = row.getObject("replied_on", LocalDate.class);
        return new Guidance(
                row.getObject("id", UUID.class),
                row.getObject("visit_id", UUID.class),
                row.getObject("school_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("text"),
                row.getObject("reply_by", LocalDate.class),
                on == null
                        ? null
                        : new Reply(
                                row.getString("reply"),
                                row.getObject("replied_by", UUID.class),
                                on));
    }
}

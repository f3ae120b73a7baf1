package cn.sihong.review.scoresheets;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.draw.Pair;
import cn.sihong.review.rubrics.Rubric;
import cn.sihong.review.rubrics.Rubrics;
import cn.sihong.review.scoresheets.ScoreSheet.Corrected;
import cn.sihong.review.scoresheets.ScoreSheet.Correction;
import cn.sihong.review.scoresheets.ScoreSheet.Heading;
import cn.sihong.review.scoresheets.ScoreSheet.Locked;
import cn.sihong.review.scoresheets.ScoreSheet.Open;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sheets of all rounds; row security lets a school see its own. */
@Repository
class ScoreSheets {

    private final JdbcClient jdbc;
    private final Rubrics rubrics;

    ScoreSheets(JdbcClient jdbc, Rubrics rubrics) {
        this.jdbc = jdbc;
        this.rubrics = rubrics;
    }

    Optional<ScoreSheet> find(UUID id) {
        return jdbc.sql("select * from score_sheets where id = ?")
                .param(id)
                .query((row, n) -> sheet(row, answers(id, row.getString("comment"))))
                .optional();
    }

    /** Whether there is such a sheet, visible or not. */
    boolean exists(UUID id) {
        return jdbc.sql("select score_sheet_exists(?)").param(id).query(Boolean.class).single();
    }

    /**
     * Two empty sheets for each pair. Their ids tell nothing: were they in the order of their
     * making, a blind sheet would stand beside the one that names its school.
     */
    void open(UUID round, UUID programme, List<Pair> pairs) {
        jdbc.sql(
                        """
                        insert into score_sheets
                            (id, round_id, programme_id, reviewing_school_id, judged_school_id, kind, state)
                        select gen_random_uuid(), ?, ?, reviewing, judged, kind, 'OPEN'
                        from unnest(?::uuid[], ?::uuid[]) as pair (reviewing, judged),
                             (values ('SITE'), ('PAPER')) as kinds (kind)
                        """)
                .params(round, programme)
                .param(
                        pairs.stream()
                                .map(pair -> pair.reviewing().toString())
                                .toArray(String[]::new))
                .param(pairs.stream().map(pair -> pair.judged().toString()).toArray(String[]::new))
                .update();
    }

    /** The answers go first: once the sheet is locked, the database lets nothing of it change. */
    void save(ScoreSheet sheet, Paper paper) {
        replaceAnswers(sheet, paper);
        int saved =
                jdbc.sql(
                                """
                                update score_sheets
                                set state = ?, comment = ?, locked_at = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .params(state(sheet), sheet.answers().comment())
                        .param(lockedAt(sheet))
                        .params(sheet.heading().id(), sheet.version() - 1)
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    /** Keeps the old sheet as it is, and opens a copy of it in its place. */
    void correct(Corrected corrected) {
        var old = corrected.heading().id();
        var correction = corrected.correction();
        int saved =
                jdbc.sql(
                                """
                                update score_sheets set state = 'CORRECTED', version = ?, correction = ?,
                                    corrected_by = ?, corrected_at = ?, in_its_place = ?
                                where id = ? and version = ?
                                """)
                        .params(corrected.version(), correction.reason(), correction.by())
                        .params(timestamp(correction.at()), correction.inItsPlace())
                        .params(old, corrected.version() - 1)
                        .update();
        if (saved == 0) throw new StaleVersion();
        jdbc.sql(
                        """
                        insert into score_sheets
                            (id, round_id, programme_id, reviewing_school_id, judged_school_id, kind, state,
                             application_id, comment)
                        select in_its_place, round_id, programme_id, reviewing_school_id, judged_school_id, kind,
                            'OPEN', application_id, comment
                        from score_sheets where id = ?
                        """)
                .param(old)
                .update();
        copy(old, "score_comments", "application_id, comment, rubric_hash");
        copy(old, "score_points", "application_id, rubric_id, criterion, max_points, points");
        copy(old, "score_notes", "application_id, criterion, note");
    }

    private void copy(UUID old, String table, String columns) {
        jdbc.sql(
                        """
                        insert into %1$s (sheet_id, reviewing_school_id, %2$s)
                        select (select in_its_place from score_sheets where id = sheet_id),
                            reviewing_school_id, %2$s
                        from %1$s where sheet_id = ?
                        """
                                .formatted(table, columns))
                .param(old)
                .update();
    }

    Progress progress(UUID round) {
        return jdbc.sql(
                        """
                        select count(*) as sheets, count(locked_at) as locked
                        from due_sheets where round_id = ?
                        """)
                .param(round)
                .query((row, n) -> new Progress(row.getInt("sheets"), row.getInt("locked")))
                .single();
    }

    /** A third look at one application, for one more school. */
    void openThirdLook(Heading heading) {
        jdbc.sql(
                        """
                        insert into score_sheets
                            (id, round_id, programme_id, reviewing_school_id, judged_school_id, kind, state, application_id)
                        values (?, ?, ?, ?, ?, ?, 'OPEN', ?)
                        """)
                .params(heading.id(), heading.roundId(), heading.programmeId())
                .params(heading.reviewing(), heading.judged(), heading.kind().name())
                .param(heading.thirdLookAt())
                .update();
    }

    /** Pairs of which a sheet is still to be done. */
    List<Pair> openPairs(UUID round) {
        return jdbc.sql(
                        """
                        select distinct reviewing_school_id, judged_school_id from due_sheets
                        where round_id = ? and state = 'OPEN' and application_id is null
                        """)
                .param(round)
                .query((row, n) ->
                        new Pair(
                                row.getObject("reviewing_school_id", UUID.class),
                                row.getObject("judged_school_id", UUID.class)))
                .list();
    }

    /** Who looks again at what. */
    List<Again> thirdLooks(UUID round) {
        return jdbc.sql(
                        """
                        select reviewing_school_id, judged_school_id, application_id from score_sheets
                        where round_id = ? and application_id is not null and state <> 'CORRECTED' order by id
                        """)
                .param(round)
                .query((row, n) ->
                        new Again(
                                new Pair(
                                        row.getObject("reviewing_school_id", UUID.class),
                                        row.getObject("judged_school_id", UUID.class)),
                                row.getObject("application_id", UUID.class)))
                .list();
    }

    /** Which sheets of a round are locked or have something on them. */
    List<Begun> begun(UUID round) {
        return jdbc.sql(
                        """
                        select s.reviewing_school_id, s.judged_school_id, s.state = 'LOCKED' as locked
                        from score_sheets s
                        where s.round_id = ? and s.state <> 'CORRECTED' and s.application_id is null and (s.state = 'LOCKED' or s.comment <> ''
                            or exists (select from score_points p where p.sheet_id = s.id)
                            or exists (select from score_comments c where c.sheet_id = s.id and c.comment <> ''))
                        """)
                .param(round)
                .query((row, n) ->
                        new Begun(
                                new Pair(
                                        row.getObject("reviewing_school_id", UUID.class),
                                        row.getObject("judged_school_id", UUID.class)),
                                row.getBoolean("locked")))
                .list();
    }

    /** The sheets of a round that are not locked are no more. */
    void takeBack(UUID round) {
        takeBack("s.round_id = ?", List.of(round));
    }

    /** The sheets of these pairs that are not locked are no more. */
    void takeBack(UUID round, List<Pair> pairs) {
        takeBack(
                """
                s.round_id = ? and (s.reviewing_school_id, s.judged_school_id) in (
                    select * from unnest(?::uuid[], ?::uuid[]))
                """,
                List.of(
                        round,
                        pairs.stream()
                                .map(pair -> pair.reviewing().toString())
                                .toArray(String[]::new),
                        pairs.stream()
                                .map(pair -> pair.judged().toString())
                                .toArray(String[]::new)));
    }

    private void takeBack(String which, List<Object> parameters) {
        for (var table : List.of("score_points", "score_notes", "score_comments"))
            jdbc.sql(
                            "delete from %s where sheet_id in (select s.id from score_sheets s where s.state = 'OPEN' and %s)"
                                    .formatted(table, which))
                    .params(parameters)
                    .update();
        jdbc.sql("delete from score_sheets s where s.state = 'OPEN' and " + which)
                .params(parameters)
                .update();
    }

    /** What each application got from each locked sheet, in milli-points, in a fixed order. */
    List<Given> given(UUID round) {
        return jdbc.sql(
                        """
                        select p.application_id, a.school_id, a.category, s.id, s.reviewing_school_id,
                               s.application_id is not null as third_look, sum(p.points) as total
                        from score_points p
                        join score_sheets s on s.id = p.sheet_id and s.state = 'LOCKED'
                        join applications_in_review a on a.id = p.application_id
                        where s.round_id = ?
                        group by p.application_id, a.school_id, a.category, s.id
                        order by p.application_id, s.reviewing_school_id
                        """)
                .param(round)
                .query((row, n) ->
                        new Given(
                                row.getObject("application_id", UUID.class),
                                row.getObject("school_id", UUID.class),
                                row.getString("category"),
                                row.getObject("id", UUID.class),
                                row.getObject("reviewing_school_id", UUID.class),
                                row.getBoolean("third_look"),
                                row.getLong("total")))
                .list();
    }

    /** How each application stands by each line of its rubric, and what was said, by nobody. */
    Map<UUID, Explanation> explanations(UUID round) {
        var explanations = new LinkedHashMap<UUID, Explanation>();
        jdbc.sql(
                        """
                        select p.application_id, c.code, c.name, c.max_points,
                               floor((2 * sum(p.points) + count(*)) / (2 * count(*))) as mean
                        from score_points p
                        join score_sheets s on s.id = p.sheet_id and s.state = 'LOCKED'
                        join applications_in_review a on a.id = p.application_id
                        join criteria c on c.rubric_id = p.rubric_id and c.code = p.criterion
                        where s.round_id = ?
                        group by p.application_id, c.rubric_id, c.code, c.name, c.max_points, c.place
                        order by p.application_id, c.place
                        """)
                .param(round)
                .query(row -> {
                    explanations
                            .computeIfAbsent(
                                    row.getObject("application_id", UUID.class),
                                    application -> new Explanation())
                            .lines()
                            .add(
                                    new Explanation.Line(
                                            row.getString("code"),
                                            row.getString("name"),
                                            row.getLong("mean"),
                                            row.getLong("max_points")));
                });
        jdbc.sql(
                        """
                        select c.application_id, c.comment from score_comments c
                        join score_sheets s on s.id = c.sheet_id and s.state = 'LOCKED'
                        where s.round_id = ? and c.comment <> '' order by c.application_id, md5(c.comment)
                        """)
                .param(round)
                .query(row -> {
                    var about = explanations.get(row.getObject("application_id", UUID.class));
                    if (about != null) about.comments().add(row.getString("comment"));
                });
        return explanations;
    }

    /** How many sheets each reviewing school has to do and has done. */
    List<Duty> duties(UUID round) {
        return jdbc.sql(
                        """
                        select s.reviewing_school_id, count(*) as due, count(s.locked_at) as done
                        from due_sheets s where s.round_id = ? group by 1 order by 1
                        """)
                .param(round)
                .query((row, n) ->
                        new Duty(
                                row.getObject("reviewing_school_id", UUID.class),
                                row.getInt("due"),
                                row.getInt("done")))
                .list();
    }

    /** How many sheets about this application are still open. */
    int openAbout(UUID round, UUID school, Kind kind) {
        return jdbc.sql(
                        """
                        select count(*) from due_sheets
                        where round_id = ? and judged_school_id = ? and kind = ? and state = 'OPEN'
                        """)
                .params(round, school, kind.name())
                .query(Integer.class)
                .single();
    }

    Map<UUID, String> reasons(UUID application) {
        var reasons = new LinkedHashMap<UUID, String>();
        jdbc.sql("select sheet_id, reason from score_reasons where application_id = ?")
                .param(application)
                .query(row -> {
                    reasons.put(row.getObject("sheet_id", UUID.class), row.getString("reason"));
                });
        return reasons;
    }

    /** False if a reason is kept already. */
    boolean addReason(Heading heading, UUID application, String reason, Instant at) {
        return jdbc.sql(
                                """
                                insert into score_reasons values (?, ?, ?, ?, ?) on conflict do nothing
                                """)
                        .params(heading.id(), heading.reviewing(), application, reason)
                        .param(timestamp(at))
                        .update()
                == 1;
    }

    private void replaceAnswers(ScoreSheet sheet, Paper paper) {
        var id = sheet.heading().id();
        jdbc.sql("delete from score_points where sheet_id = ?").param(id).update();
        jdbc.sql("delete from score_comments where sheet_id = ?").param(id).update();
        jdbc.sql("delete from score_notes where sheet_id = ?").param(id).update();
        sheet.answers()
                .items()
                .forEach((application, item) -> {
                    var rubric = paper.rubricOf(application);
                    insertComment(sheet.heading(), application, item.comment(), rubric);
                    insertPoints(sheet.heading(), application, rubric, item.points());
                    insertNotes(sheet.heading(), application, item.notes());
                });
    }

    private void insertComment(Heading heading, UUID application, String comment, Rubric rubric) {
        jdbc.sql("insert into score_comments values (?, ?, ?, ?, ?)")
                .params(heading.id(), heading.reviewing(), application, comment)
                .param(rubrics.copyOf(rubric))
                .update();
    }

    private void insertNotes(Heading heading, UUID application, Map<String, String> notes) {
        notes.forEach((criterion, note) ->
                jdbc.sql("insert into score_notes values (?, ?, ?, ?, ?)")
                        .params(heading.id(), heading.reviewing(), application, criterion, note)
                        .update());
    }

    private void insertPoints(
            Heading heading, UUID application, Rubric rubric, Map<String, Integer> points) {
        var codes = new ArrayList<>(points.keySet());
        jdbc.sql(
                        """
                        insert into score_points
                        select ?, ?, ?, ?, * from unnest(?::text[], ?::int[], ?::int[])
                        """)
                .params(heading.id(), heading.reviewing(), application, rubric.id())
                .param(codes.toArray(String[]::new))
                .param(codes.stream().map(rubric::maxPoints).toArray(Integer[]::new))
                .param(codes.stream().map(points::get).toArray(Integer[]::new))
                .update();
    }

    private Answers answers(UUID sheet, String comment) {
        var comments = new LinkedHashMap<UUID, String>();
        jdbc.sql("select application_id, comment from score_comments where sheet_id = ?")
                .param(sheet)
                .query(row -> {
                    comments.put(
                            row.getObject("application_id", UUID.class), row.getString("comment"));
                });
        var points = new LinkedHashMap<UUID, Map<String, Integer>>();
        jdbc.sql("select application_id, criterion, points from score_points where sheet_id = ?")
                .param(sheet)
                .query(row -> {
                    points.computeIfAbsent(
                                    row.getObject("application_id", UUID.class),
                                    application -> new LinkedHashMap<>())
                            .put(row.getString("criterion"), row.getInt("points"));
                });
        var notes = new LinkedHashMap<UUID, Map<String, String>>();
        jdbc.sql("select application_id, criterion, note from score_notes where sheet_id = ?")
                .param(sheet)
                .query(row -> {
                    notes.computeIfAbsent(
                                    row.getObject("application_id", UUID.class),
                                    application -> new LinkedHashMap<>())
                            .put(row.getString("criterion"), row.getString("note"));
                });
        var items = new LinkedHashMap<UUID, Answers.Item>();
        comments.forEach((application, said) ->
                items.put(
                        application,
                        new Answers.Item(
                                points.getOrDefault(application, Map.of()),
                                notes.getOrDefault(application, Map.of()),
                                said)));
        return new Answers(comment, items);
    }

    private static ScoreSheet sheet(ResultSet row, Answers answers) throws SQLException {
        var heading =
                new Heading(
                        row.getObject("id", UUID.class),
                        row.getObject("round_id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getObject("reviewing_school_id", UUID.class),
                        row.getObject("judged_school_id", UUID.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("application_id", UUID.class));
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "OPEN" -> new Open(heading, version, answers);
            case "LOCKED" ->
                    new Locked(
                            heading, version, answers, row.getTimestamp("locked_at").toInstant());
            case "CORRECTED" ->
                    new Corrected(
                            heading,
                            version,
                            answers,
                            row.getTimestamp("locked_at").toInstant(),
                            new Correction(
                                    row.getString("correction"),
                                    row.getObject("corrected_by", UUID.class),
                                    row.getTimestamp("corrected_at").toInstant(),
                                    row.getObject("in_its_place", UUID.class)));
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }

    private static String state(ScoreSheet sheet) {
        return switch (sheet) {
            case Corrected _ -> "CORRECTED";
            case Open _ -> "OPEN";
            case Locked _ -> "LOCKED";
        };
    }

    private static @Nullable Timestamp lockedAt(ScoreSheet sheet) {
        return switch (sheet) {
            case Corrected corrected -> timestamp(corrected.lockedAt());
            case Open _ -> null;
            case Locked locked -> timestamp(locked.lockedAt());
        };
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }
}

package cn.sihong.review.scoresheets;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import cn.sihong.platform.outbox.Ids;
import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.draw.Pair;
import cn.sihong.review.rubrics.Rubric;
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

    ScoreSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** An empty sheet for each pair. */
    void open(UUID round, UUID programme, List<Pair> pairs) {
        jdbc.sql(
                        """
                        insert into score_sheets
                            (id, round_id, programme_id, reviewing_school_id, judged_school_id, state)
                        select id, ?, ?, reviewing, judged, 'OPEN'
                        from unnest(?::uuid[], ?::uuid[], ?::uuid[]) as pair (id, reviewing, judged)
                        """)
                .params(round, programme)
                .param(pairs.stream().map(pair -> Ids.next().toString()).toArray(String[]::new))
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

    Progress progress(UUID round) {
        return jdbc.sql(
                        """
                        select count(*) as sheets, count(locked_at) as locked
                        from score_sheets where round_id = ?
                        """)
                .param(round)
                .query((row, n) -> new Progress(row.getInt("sheets"), row.getInt("locked")))
                .single();
    }

    /** What each application got from each locked sheet, in milli-points. */
    Map<UUID, List<Long>> totals(UUID round) {
        return jdbc
                .sql(
                        """
                        select p.application_id, sum(p.points) as total
                        from score_points p
                        join score_sheets s on s.id = p.sheet_id and s.state = 'LOCKED'
                        join applications_in_review a on a.id = p.application_id
                        where s.round_id = ?
                        group by p.application_id, p.sheet_id
                        order by p.application_id, total
                        """)
                .param(round)
                .query((row, n) ->
                        Map.entry(
                                row.getObject("application_id", UUID.class), row.getLong("total")))
                .list()
                .stream()
                .collect(
                        groupingBy(
                                Map.Entry::getKey,
                                LinkedHashMap::new,
                                mapping(Map.Entry::getValue, toList())));
    }

    private void replaceAnswers(ScoreSheet sheet, Paper paper) {
        var id = sheet.heading().id();
        jdbc.sql("delete from score_points where sheet_id = ?").param(id).update();
        jdbc.sql("delete from score_comments where sheet_id = ?").param(id).update();
        sheet.answers()
                .items()
                .forEach((application, item) -> {
                    insertComment(sheet.heading(), application, item.comment());
                    insertPoints(
                            sheet.heading(),
                            application,
                            paper.rubricOf(application),
                            item.points());
                });
    }

    private void insertComment(Heading heading, UUID application, String comment) {
        jdbc.sql("insert into score_comments values (?, ?, ?, ?)")
                .params(heading.id(), heading.reviewing(), application, comment)
                .update();
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
        var items = new LinkedHashMap<UUID, Answers.Item>();
        comments.forEach((application, said) ->
                items.put(
                        application,
                        new Answers.Item(points.getOrDefault(application, Map.of()), said)));
        return new Answers(comment, items);
    }

    private static ScoreSheet sheet(ResultSet row, Answers answers) throws SQLException {
        var heading =
                new Heading(
                        row.getObject("id", UUID.class),
                        row.getObject("round_id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getObject("reviewing_school_id", UUID.class),
                        row.getObject("judged_school_id", UUID.class));
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "OPEN" -> new Open(heading, version, answers);
            case "LOCKED" ->
                    new Locked(
                            heading, version, answers, row.getTimestamp("locked_at").toInstant());
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }

    private static String state(ScoreSheet sheet) {
        return switch (sheet) {
            case Open _ -> "OPEN";
            case Locked _ -> "LOCKED";
        };
    }

    private static @Nullable Timestamp lockedAt(ScoreSheet sheet) {
        return switch (sheet) {
            case Open _ -> null;
            case Locked locked -> timestamp(locked.lockedAt());
        };
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.from(instant);
    }
}

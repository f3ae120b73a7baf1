package cn.sihong.review.rubrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All editions of all rubrics. */
@Repository
public class Rubrics {

    private final JdbcClient jdbc;

    Rubrics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The five rubrics of a programme: those that stand already, otherwise the newest. */
    public RubricBook of(UUID programme) {
        return new RubricBook(
                jdbc.sql(
                                """
                                select distinct on (r.subject) r.*
                                from rubrics r left join frozen_rubrics f on f.rubric_id = r.id and f.programme_id = ?
                                order by r.subject, f.programme_id nulls last, r.edition desc
                                """)
                        .param(programme)
                        .query((row, n) ->
                                rubric(
                                        row.getObject("id", UUID.class),
                                        Subject.valueOf(row.getString("subject")),
                                        row.getInt("edition"),
                                        row.getString("name")))
                        .list());
    }

    /** A first score is given: the newest editions stand for the rest of the programme. */
    public void freeze(UUID programme) {
        jdbc.sql(
                        """
                        insert into frozen_rubrics (programme_id, subject, rubric_id)
                        select distinct on (subject) ?, subject, id from rubrics order by subject, edition desc
                        on conflict do nothing
                        """)
                .param(programme)
                .update();
    }

    /**
     * Keeps the words of a rubric for an answer given under it.
     *
     * @return their SHA-256, by which they are found
     */
    public String copyOf(Rubric rubric) {
        var content = rubric.canonical();
        var hash = hash(content);
        jdbc.sql("insert into rubric_copies values (?, ?) on conflict do nothing")
                .params(hash, content)
                .update();
        return hash;
    }

    /** Bonuses, deductions and vetoes of a programme. */
    public Adjusting adjusting(UUID programme) {
        var school = of(programme).of(Subject.SCHOOL).id();
        return new Adjusting(
                Adjusting.BONUS_LIMIT,
                jdbc.sql("select * from adjustment_rules where rubric_id = ? order by place")
                        .param(school)
                        .query((row, n) ->
                                new Adjusting.Rule(
                                        row.getString("code"),
                                        Adjusting.Kind.valueOf(row.getString("kind")),
                                        row.getString("name"),
                                        row.getInt("points")))
                        .list(),
                jdbc.sql("select * from veto_grounds where rubric_id = ? order by place")
                        .param(school)
                        .query((row, n) ->
                                new Adjusting.VetoGround(
                                        row.getString("code"),
                                        row.getString("name"),
                                        row.getString("basis")))
                        .list());
    }

    /** The next edition of a rubric; false if it is kept already. */
    boolean add(UUID id, Draft draft) {
        boolean isNew =
                jdbc.sql(
                                        """
                                        insert into rubrics (id, subject, edition, name)
                                        select ?, ?, max(edition) + 1, ? from rubrics where subject = ?
                                        on conflict (id) do nothing
                                        """)
                                .params(
                                        id,
                                        draft.subject().name(),
                                        draft.name(),
                                        draft.subject().name())
                                .update()
                        == 1;
        if (!isNew) return false;
        int place = 0;
        for (var it : draft.criteria()) {
            jdbc.sql("insert into criteria values (?, ?, ?, ?, ?, ?, ?)")
                    .params(id, ++place, it.code(), it.part(), it.name(), it.method().name())
                    .param(it.maxPoints())
                    .update();
            for (var anchor : it.anchors())
                jdbc.sql("insert into criterion_anchors values (?, ?, ?, ?)")
                        .params(id, it.code(), anchor.points(), anchor.text())
                        .update();
        }
        place = 0;
        for (var it : draft.information())
            jdbc.sql("insert into informational_criteria values (?, ?, ?, ?, ?, ?)")
                    .params(id, ++place, it.code(), it.part(), it.name(), it.hint())
                    .update();
        copyRulesOfEditionBefore(id, draft.subject());
        return true;
    }

    /** Bonuses, deductions and vetoes are the Party group's; a new edition takes them over. */
    private void copyRulesOfEditionBefore(UUID id, Subject subject) {
        var before =
                """
                (select b.id from rubrics b where b.subject = ? and b.id <> ? order by b.edition desc limit 1)
                """;
        jdbc.sql(
                        "insert into adjustment_rules select ?, place, code, kind, name, points from adjustment_rules where rubric_id = "
                                + before)
                .params(id, subject.name(), id)
                .update();
        jdbc.sql(
                        "insert into veto_grounds select ?, place, code, name, basis from veto_grounds where rubric_id = "
                                + before)
                .params(id, subject.name(), id)
                .update();
    }

    private Rubric rubric(UUID id, Subject subject, int edition, String name) {
        var anchors = anchors(id);
        var criteria =
                jdbc.sql("select * from criteria where rubric_id = ? order by place")
                        .param(id)
                        .query((row, n) ->
                                new Criterion(
                                        row.getString("code"),
                                        row.getString("part"),
                                        row.getString("name"),
                                        Method.valueOf(row.getString("method")),
                                        row.getInt("max_points"),
                                        anchors.getOrDefault(row.getString("code"), List.of())))
                        .list();
        var information =
                jdbc.sql("select * from informational_criteria where rubric_id = ? order by place")
                        .param(id)
                        .query((row, n) ->
                                new Information(
                                        row.getString("code"),
                                        row.getString("part"),
                                        row.getString("name"),
                                        row.getString("hint")))
                        .list();
        return new Rubric(id, subject, edition, name, criteria, information);
    }

    private Map<String, List<Criterion.Anchor>> anchors(UUID rubric) {
        var anchors = new LinkedHashMap<String, List<Criterion.Anchor>>();
        jdbc.sql("select * from criterion_anchors where rubric_id = ? order by code, points desc")
                .param(rubric)
                .query(row -> {
                    anchors.computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                            .add(new Criterion.Anchor(row.getInt("points"), row.getString("text")));
                });
        return anchors;
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.sihong.review.vetoes;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.rubrics.Adjusting.VetoGround;
import cn.sihong.review.vetoes.Veto.Appealed;
import cn.sihong.review.vetoes.Veto.Decision;
import cn.sihong.review.vetoes.Veto.Dismissed;
import cn.sihong.review.vetoes.Veto.Entry;
import cn.sihong.review.vetoes.Veto.Imposed;
import cn.sihong.review.vetoes.Veto.Proposed;
import cn.sihong.review.vetoes.Veto.Reviewed;
import cn.sihong.review.vetoes.Veto.Word;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of vetoes; row security lets a school see its own. */
@Repository
class Vetoes {

    private static final String WITH_GROUNDS =
            """
            select v.*, g.name as ground_name, g.basis
            from vetoes v join veto_grounds g on g.rubric_id = v.rubric_id and g.code = v.ground
            """;

    private final JdbcClient jdbc;

    Vetoes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Veto> find(UUID id) {
        return jdbc.sql(WITH_GROUNDS + " where v.id = ?")
                .param(id)
                .query((row, n) -> veto(row))
                .optional();
    }

    List<Veto> of(UUID programme) {
        return jdbc.sql(WITH_GROUNDS + " where v.programme_id = ? order by v.proposed_on, v.id")
                .param(programme)
                .query((row, n) -> veto(row))
                .list();
    }

    /** False if the same is proposed or imposed already, or the id is taken. */
    boolean add(Proposed proposed) {
        var entry = proposed.entry();
        return jdbc.sql(
                                """
                                insert into vetoes (id, version, programme_id, school_id, application_id, rubric_id,
                                    ground, fact, evidence, proposed_by, proposed_on, hear_until, state)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED') on conflict do nothing
                                """)
                        .params(entry.id(), entry.version(), entry.programmeId(), entry.schoolId())
                        .param(entry.applicationId())
                        .params(entry.rubricId(), entry.ground().code())
                        .params(entry.fact(), entry.evidence())
                        .params(entry.proposedBy(), entry.proposedOn(), entry.hearUntil())
                        .update()
                == 1;
    }

    void save(Veto veto) {
        var entry = veto.entry();
        var decision = decision(veto);
        var appeal = appeal(veto);
        var review = veto instanceof Reviewed it ? it.review() : null;
        int saved =
                jdbc.sql(
                                """
                                update vetoes set version = ?, state = ?, statement = ?, stated_by = ?, stated_on = ?,
                                    decision = ?, minutes = ?, decided_by = ?, decided_on = ?, appeal_until = ?,
                                    appeal = ?, appealed_by = ?, appealed_on = ?,
                                    review = ?, review_minutes = ?, reviewed_by = ?, reviewed_on = ?
                                where id = ? and version = ?
                                """)
                        .params(entry.version(), veto.state())
                        .params(columns(veto.statement()))
                        .params(columns(decision))
                        .param(appealUntil(veto))
                        .params(columns(appeal))
                        .params(columns(review))
                        .params(entry.id(), entry.version() - 1)
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    static @Nullable Decision decision(Veto veto) {
        return switch (veto) {
            case Proposed _ -> null;
            case Dismissed it -> it.decision();
            case Imposed it -> it.decision();
            case Appealed it -> it.decision();
            case Reviewed it -> it.decision();
        };
    }

    static @Nullable LocalDate appealUntil(Veto veto) {
        return switch (veto) {
            case Proposed _, Dismissed _ -> null;
            case Imposed it -> it.appealUntil();
            case Appealed it -> it.appealUntil();
            case Reviewed it -> it.appealUntil();
        };
    }

    static @Nullable Word appeal(Veto veto) {
        return switch (veto) {
            case Proposed _, Dismissed _, Imposed _ -> null;
            case Appealed it -> it.appeal();
            case Reviewed it -> it.appeal();
        };
    }

    private static List<@Nullable Object> columns(@Nullable Word word) {
        return word == null
                ? Collections.nCopies(3, null)
                : List.of(word.text(), word.by(), word.on());
    }

    private static List<@Nullable Object> columns(@Nullable Decision decision) {
        return decision == null
                ? Collections.nCopies(4, null)
                : List.of(decision.reason(), decision.minutes(), decision.by(), decision.on());
    }

    private static Veto veto(ResultSet row) throws SQLException {
        var entry = entry(row);
        var statement =
                row.getString("statement") == null ? null : word(row, "statement", "stated");
        return switch (row.getString("state")) {
            case "PROPOSED" -> new Proposed(entry, statement);
            case "DISMISSED" -> new Dismissed(entry, statement, decision(row));
            case "IMPOSED" -> new Imposed(entry, statement, decision(row), appealUntil(row));
            case "APPEALED" ->
                    new Appealed(
                            entry,
                            statement,
                            decision(row),
                            appealUntil(row),
                            word(row, "appeal", "appealed"));
            case "UPHELD", "LIFTED" ->
                    new Reviewed(
                            entry,
                            statement,
                            decision(row),
                            appealUntil(row),
                            word(row, "appeal", "appealed"),
                            new Decision(
                                    row.getString("review"),
                                    row.getString("review_minutes"),
                                    row.getObject("reviewed_by", UUID.class),
                                    row.getObject("reviewed_on", LocalDate.class)),
                            row.getString("state").equals("UPHELD"));
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getLong("version"),
                row.getObject("programme_id", UUID.class),
                row.getObject("school_id", UUID.class),
                row.getObject("application_id", UUID.class),
                row.getObject("rubric_id", UUID.class),
                new VetoGround(
                        row.getString("ground"),
                        row.getString("ground_name"),
                        row.getString("basis")),
                row.getString("fact"),
                row.getString("evidence"),
                row.getObject("proposed_by", UUID.class),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("hear_until", LocalDate.class));
    }

    private static Word word(ResultSet row, String text, String deed) throws SQLException {
        return new Word(
                row.getString(text),
                row.getObject(deed + "_by", UUID.class),
                row.getObject(deed + "_on", LocalDate.class));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return new Decision(
                row.getString("decision"),
                row.getString("minutes"),
                row.getObject("decided_by", UUID.class),
                row.getObject("decided_on", LocalDate.class));
    }

    private static LocalDate appealUntil(ResultSet row) throws SQLException {
        return row.getObject("appeal_until", LocalDate.class);
    }
}

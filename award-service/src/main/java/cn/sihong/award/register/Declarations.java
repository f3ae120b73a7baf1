package cn.sihong.award.register;

import cn.sihong.award.register.Declaration.Limits;
import cn.sihong.award.register.Declaration.Places;
import cn.sihong.award.register.Programme.Weights;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** All editions of all programmes' rules, and since when nothing may change them any more. */
@Repository
public class Declarations {

    private final JdbcClient jdbc;

    Declarations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rules that decide: those that stood at the first score, before it the latest. */
    public Declaration of(UUID programme) {
        return jdbc.sql(
                        """
                        select e.*, exists (
                            select from programme_editions later
                            where later.programme_id = e.programme_id and later.version > e.version) as superseded
                        from programme_editions e left join first_scores f using (programme_id)
                        where e.programme_id = ?
                        order by (f.at is null or e.published_at <= f.at) desc,
                            case when f.at is null or e.published_at <= f.at then e.version else -e.version end desc
                        limit 1
                        """)
                .param(programme)
                .query((row, n) -> declaration(row))
                .optional()
                .orElseThrow(NoSuchProgramme::new);
    }

    void keep(UUID programme, long version, Declaration said) {
        var weights = said.weights();
        var tieBreak = said.tieBreak();
        int added =
                jdbc.sql(
                                """
                                insert into programme_editions (programme_id, version, published_at,
                                    mutual_review, appraisal, acceptance, supervision,
                                    minimum_acceptance, minimum_satisfaction, tie_break,
                                    per_school, heads_percent, kindergartens,
                                    outstanding_schools, outstanding_members)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(programme, version, said.publishedAt().atOffset(ZoneOffset.UTC))
                        .params(
                                weights.mutualReview(),
                                weights.appraisal(),
                                weights.acceptance(),
                                weights.supervision())
                        .param(said.minimumAcceptance())
                        .param(said.minimumSatisfaction())
                        .param(tieBreak == null ? null : tieBreak.toArray(String[]::new))
                        .param(said.limits().perSchool())
                        .param(said.limits().headsPercent())
                        .param(said.limits().kindergartens())
                        .params(said.outstandingSchools(), said.outstandingMembers())
                        .update();
        if (added == 1) keepQuotas(programme, version, said.quotas());
    }

    /** Somebody gave a score; the earliest one is what counts, in whatever order they are heard. */
    void scored(UUID programme, Instant at) {
        jdbc.sql(
                        """
                        insert into first_scores (programme_id, at) values (?, ?)
                        on conflict (programme_id) do update set at = excluded.at
                        where first_scores.at > excluded.at
                        """)
                .params(programme, at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void keepQuotas(UUID programme, long version, List<Places> quotas) {
        for (int position = 0; position < quotas.size(); position++)
            jdbc.sql("insert into edition_quotas values (?, ?, ?, ?, ?)")
                    .params(
                            programme,
                            version,
                            position,
                            quotas.get(position).category(),
                            quotas.get(position).places())
                    .update();
    }

    private Declaration declaration(ResultSet row) throws SQLException {
        return new Declaration(
                row.getTimestamp("published_at").toInstant(),
                row.getBoolean("superseded"),
                new Weights(
                        row.getInt("mutual_review"),
                        row.getInt("appraisal"),
                        row.getInt("acceptance"),
                        row.getInt("supervision")),
                quotas(row.getObject("programme_id", UUID.class), row.getLong("version")),
                row.getObject("minimum_acceptance", Long.class),
                row.getObject("minimum_satisfaction", Long.class),
                texts(row),
                new Limits(
                        row.getObject("per_school", Integer.class),
                        row.getObject("heads_percent", Integer.class),
                        row.getObject("kindergartens", Integer.class)),
                row.getInt("outstanding_schools"),
                row.getInt("outstanding_members"));
    }

    private static @Nullable List<String> texts(ResultSet row) throws SQLException {
        var array = row.getArray("tie_break");
        return array == null ? null : Arrays.asList((String[]) array.getArray());
    }

    private List<Places> quotas(UUID programme, long version) {
        return jdbc.sql(
                        """
                        select category, places from edition_quotas
                        where programme_id = ? and version = ? order by position
                        """)
                .params(programme, version)
                .query((row, n) -> new Places(row.getString("category"), row.getInt("places")))
                .list();
    }
}

package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.draw.DrawList;
import cn.sihong.review.draw.Pair;
import cn.sihong.review.mutualreview.Round.Closed;
import cn.sihong.review.mutualreview.Round.Committed;
import cn.sihong.review.mutualreview.Round.Drawing;
import cn.sihong.review.mutualreview.Round.Drawn;
import cn.sihong.review.mutualreview.Round.Plan;
import cn.sihong.review.mutualreview.Round.Prepared;
import cn.sihong.review.mutualreview.Round.Released;
import cn.sihong.review.mutualreview.Round.Sealed;
import cn.sihong.review.mutualreview.Round.Witnesses;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rounds of all programmes, and who judges whom in them. */
@Repository
class Rounds {

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Round> find(UUID id) {
        return jdbc.sql("select * from rounds where id = ?")
                .param(id)
                .query((row, n) -> round(row))
                .optional();
    }

    Optional<Round> ofProgramme(UUID programme) {
        return jdbc.sql("select * from rounds where programme_id = ?")
                .param(programme)
                .query((row, n) -> round(row))
                .optional();
    }

    /** False if the programme has a round already. */
    boolean add(Prepared round) {
        return jdbc.sql(
                                """
                                insert into rounds (id, programme_id, k, state) values (?, ?, ?, 'PREPARED')
                                on conflict do nothing
                                """)
                        .params(round.plan().id(), round.plan().programmeId(), round.plan().k())
                        .update()
                == 1;
    }

    void save(Round round) {
        var sealed = sealed(round);
        var drawing = drawing(round);
        int saved =
                jdbc.sql(
                                """
                                update rounds
                                set state = ?, list = ?, commitment = ?, seed = ?, witness_one = ?,
                                    witness_two = ?, sheet_hash = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .param(state(round))
                        .param(sealed == null ? null : sealed.list().canonical())
                        .param(sealed == null ? null : sealed.commitment())
                        .param(drawing == null ? null : drawing.seed())
                        .param(drawing == null ? null : drawing.witnesses().one())
                        .param(drawing == null ? null : drawing.witnesses().two())
                        .param(drawing == null ? null : drawing.sheetHash())
                        .params(round.plan().id(), round.version() - 1)
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    void addPairs(UUID round, List<Pair> pairs) {
        jdbc.sql("insert into round_pairs select ?, * from unnest(?::uuid[], ?::uuid[])")
                .param(round)
                .param(
                        pairs.stream()
                                .map(pair -> pair.reviewing().toString())
                                .toArray(String[]::new))
                .param(pairs.stream().map(pair -> pair.judged().toString()).toArray(String[]::new))
                .update();
    }

    /** Who judges whom, in the order of the draw sheet. */
    List<Pair> pairs(UUID round) {
        return jdbc.sql(
                        """
                        select reviewing_school_id, judged_school_id from round_pairs
                        where round_id = ? order by reviewing_school_id, judged_school_id
                        """)
                .param(round)
                .query((row, n) ->
                        new Pair(
                                row.getObject("reviewing_school_id", UUID.class),
                                row.getObject("judged_school_id", UUID.class)))
                .list();
    }

    static String state(Round round) {
        return switch (round) {
            case Prepared _ -> "PREPARED";
            case Committed _ -> "COMMITTED";
            case Drawn _ -> "DRAWN";
            case Released _ -> "RELEASED";
            case Closed _ -> "CLOSED";
        };
    }

    static @Nullable Sealed sealed(Round round) {
        return switch (round) {
            case Prepared _ -> null;
            case Committed it -> it.sealed();
            case Drawn it -> it.sealed();
            case Released it -> it.sealed();
            case Closed it -> it.sealed();
        };
    }

    static @Nullable Drawing drawing(Round round) {
        return switch (round) {
            case Prepared _, Committed _ -> null;
            case Drawn it -> it.drawing();
            case Released it -> it.drawing();
            case Closed it -> it.drawing();
        };
    }

    private static Round round(ResultSet row) throws SQLException {
        var plan =
                new Plan(
                        row.getObject("id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getInt("k"));
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "PREPARED" -> new Prepared(plan, version);
            case "COMMITTED" -> new Committed(plan, version, sealed(row));
            case "DRAWN" -> new Drawn(plan, version, sealed(row), drawing(row));
            case "RELEASED" -> new Released(plan, version, sealed(row), drawing(row));
            case "CLOSED" -> new Closed(plan, version, sealed(row), drawing(row));
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(DrawList.parse(row.getString("list")), row.getString("commitment"));
    }

    private static Drawing drawing(ResultSet row) throws SQLException {
        return new Drawing(
                row.getString("seed"),
                new Witnesses(row.getString("witness_one"), row.getString("witness_two")),
                row.getString("sheet_hash"));
    }
}

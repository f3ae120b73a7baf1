package cn.sihong.review.mutualreview;

import cn.sihong.platform.problem.StaleVersion;
import cn.sihong.review.draw.DrawList;
import cn.sihong.review.draw.Pair;
import cn.sihong.review.mutualreview.Round.Closed;
import cn.sihong.review.mutualreview.Round.Committed;
import cn.sihong.review.mutualreview.Round.Drawing;
import cn.sihong.review.mutualreview.Round.Drawn;
import cn.sihong.review.mutualreview.Round.Inspected;
import cn.sihong.review.mutualreview.Round.Inspection;
import cn.sihong.review.mutualreview.Round.Plan;
import cn.sihong.review.mutualreview.Round.Prepared;
import cn.sihong.review.mutualreview.Round.Released;
import cn.sihong.review.mutualreview.Round.Sealed;
import cn.sihong.review.mutualreview.Round.WithDraw;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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

    /** All in which schools judge today. */
    List<Released> released() {
        return jdbc.sql("select * from rounds where state = 'RELEASED' order by id")
                .query((row, n) -> (Released) round(row))
                .list();
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
        var inspection = inspection(round);
        int saved =
                jdbc.sql(
                                """
                                update rounds
                                set state = ?, run = ?, list = ?, commitment = ?, seed = ?, sheet_hash = ?,
                                    inspected_by = ?, inspection_note = ?, version = version + 1
                                where id = ? and version = ?
                                """)
                        .params(state(round), round.run())
                        .param(sealed == null ? null : sealed.list().canonical())
                        .param(sealed == null ? null : sealed.commitment())
                        .param(drawing == null ? null : drawing.seed())
                        .param(drawing == null ? null : drawing.sheetHash())
                        .param(inspection == null ? null : inspection.by())
                        .param(inspection == null ? null : inspection.note())
                        .params(round.plan().id(), round.version() - 1)
                        .update();
        if (saved == 0) throw new StaleVersion();
    }

    void addPairs(Round round, int addedIn, List<Pair> pairs) {
        jdbc.sql(
                        """
                        insert into round_pairs (round_id, run, added_in, reviewing_school_id, judged_school_id)
                        select ?, ?, ?, * from unnest(?::uuid[], ?::uuid[])
                        """)
                .params(round.plan().id(), round.run(), addedIn)
                .param(reviewing(pairs))
                .param(judged(pairs))
                .update();
    }

    void endPairs(Round round, int goneIn, List<Pair> pairs) {
        jdbc.sql(
                        """
                        update round_pairs p set gone_in = ?
                        from unnest(?::uuid[], ?::uuid[]) as gone (reviewing, judged)
                        where p.round_id = ? and p.run = ? and p.gone_in is null
                          and p.reviewing_school_id = gone.reviewing and p.judged_school_id = gone.judged
                        """)
                .param(goneIn)
                .param(reviewing(pairs))
                .param(judged(pairs))
                .params(round.plan().id(), round.run())
                .update();
    }

    /** Who judges whom by the draw, in the order of the draw sheet. */
    List<Pair> drawn(Round round) {
        return pairs(round, "added_in = 0");
    }

    /** Who judges whom by now, in the same order. */
    List<Pair> pairs(Round round) {
        return pairs(round, "gone_in is null");
    }

    /** Who judged whom in the last round before this year that came to its end. */
    List<Pair> lastYear(int year) {
        return jdbc.sql(
                        """
                        select reviewing_school_id, judged_school_id from round_pairs p
                        where p.gone_in is null and (p.round_id, p.run) = (
                            select r.id, r.run from rounds r join programmes g on g.id = r.programme_id
                            where r.state = 'CLOSED' and g.year < ? order by g.year desc, r.id desc limit 1)
                        """)
                .param(year)
                .query(Rounds::pair)
                .list();
    }

    /** Keeps a draw that is undone. */
    void addUndone(WithDraw round, String reason, UUID by, Instant at) {
        jdbc.sql("insert into undone_runs values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(round.plan().id(), round.run(), round.sealed().list().canonical())
                .params(
                        round.sealed().commitment(),
                        round.drawing().seed(),
                        round.drawing().sheetHash(),
                        reason,
                        by,
                        Timestamp.from(at))
                .update();
    }

    List<RoundViews.UndoneRun> undone(UUID round) {
        return jdbc.sql("select * from undone_runs where round_id = ? order by run")
                .param(round)
                .query((row, n) ->
                        new RoundViews.UndoneRun(
                                row.getInt("run"),
                                row.getString("commitment"),
                                row.getString("seed"),
                                row.getString("sheet_hash"),
                                row.getString("reason")))
                .list();
    }

    static String state(Round round) {
        return switch (round) {
            case Prepared _ -> "PREPARED";
            case Committed _ -> "COMMITTED";
            case Drawn _ -> "DRAWN";
            case Inspected _ -> "INSPECTED";
            case Released _ -> "RELEASED";
            case Closed _ -> "CLOSED";
        };
    }

    static @Nullable Sealed sealed(Round round) {
        return switch (round) {
            case Prepared _ -> null;
            case Committed it -> it.sealed();
            case WithDraw it -> it.sealed();
            case Closed it -> it.sealed();
        };
    }

    static @Nullable Drawing drawing(Round round) {
        return switch (round) {
            case Prepared _, Committed _ -> null;
            case WithDraw it -> it.drawing();
            case Closed it -> it.drawing();
        };
    }

    static @Nullable Inspection inspection(Round round) {
        return switch (round) {
            case Prepared _, Committed _, Drawn _ -> null;
            case Inspected it -> it.inspection();
            case Released it -> it.inspection();
            case Closed it -> it.inspection();
        };
    }

    private List<Pair> pairs(Round round, String which) {
        return jdbc.sql(
                        """
                        select reviewing_school_id, judged_school_id from round_pairs
                        where round_id = ? and run = ? and %s order by reviewing_school_id, judged_school_id
                        """
                                .formatted(which))
                .params(round.plan().id(), round.run())
                .query(Rounds::pair)
                .list();
    }

    private static Pair pair(ResultSet row, int n) throws SQLException {
        return new Pair(
                row.getObject("reviewing_school_id", UUID.class),
                row.getObject("judged_school_id", UUID.class));
    }

    private static String[] reviewing(List<Pair> pairs) {
        return pairs.stream().map(pair -> pair.reviewing().toString()).toArray(String[]::new);
    }

    private static String[] judged(List<Pair> pairs) {
        return pairs.stream().map(pair -> pair.judged().toString()).toArray(String[]::new);
    }

    private static Round round(ResultSet row) throws SQLException {
        var plan =
                new Plan(
                        row.getObject("id", UUID.class),
                        row.getObject("programme_id", UUID.class),
                        row.getInt("k"));
        long version = row.getLong("version");
        return switch (row.getString("state")) {
            case "PREPARED" -> new Prepared(plan, version, row.getInt("run"));
            case "COMMITTED" -> new Committed(plan, version, sealed(row));
            case "DRAWN" -> new Drawn(plan, version, sealed(row), drawing(row));
            case "INSPECTED" ->
                    new Inspected(plan, version, sealed(row), drawing(row), inspection(row));
            case "RELEASED" ->
                    new Released(plan, version, sealed(row), drawing(row), inspection(row));
            case "CLOSED" -> new Closed(plan, version, sealed(row), drawing(row), inspection(row));
            default -> throw new IllegalStateException(row.getString("state"));
        };
    }

    private static Sealed sealed(ResultSet row) throws SQLException {
        return new Sealed(
                row.getInt("run"),
                DrawList.parse(row.getString("list")),
                row.getString("commitment"));
    }

    private static Drawing drawing(ResultSet row) throws SQLException {
        return new Drawing(row.getString("seed"), row.getString("sheet_hash"));
    }

    private static Inspection inspection(ResultSet row) throws SQLException {
        return new Inspection(
                row.getObject("inspected_by", UUID.class), row.getString("inspection_note"));
    }
}

package cn.sihong.review.mutualreview;

import cn.sihong.review.draw.DrawList.Conflict;
import cn.sihong.review.draw.Dropouts;
import cn.sihong.review.draw.Replacement;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the replacement desk has done, number by number. */
@Repository
class Replacements {

    /** One piece of the desk's work, as it is kept. */
    record Kept(
            int number,
            String sheet,
            String sheetHash,
            Dropouts dropouts,
            String reason,
            Instant at) {}

    private final JdbcClient jdbc;

    Replacements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Kept> of(Round round) {
        return jdbc.sql("select * from replacements where round_id = ? and run = ? order by number")
                .params(round.plan().id(), round.run())
                .query(Replacements::kept)
                .list();
    }

    /** All who left the round so far, and the conflicts found since its list was sealed. */
    Dropouts dropouts(Round round) {
        var kept = of(round).stream().map(Kept::dropouts).toList();
        return new Dropouts(
                kept.stream().flatMap(it -> it.withdrawn().stream()).toList(),
                kept.stream().flatMap(it -> it.excused().stream()).toList(),
                kept.stream().flatMap(it -> it.conflicts().stream()).toList());
    }

    void add(Round round, int number, Replacement replacement, String reason, Instant at) {
        var conflicts = replacement.dropouts().conflicts();
        jdbc.sql(
                        """
                        insert into replacements
                        values (?, ?, ?, ?, ?, ?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?, ?)
                        """)
                .params(round.plan().id(), round.run(), number)
                .params(replacement.sheet(), replacement.sheetHash())
                .param(texts(replacement.dropouts().withdrawn()))
                .param(texts(replacement.dropouts().excused()))
                .param(texts(conflicts.stream().map(Conflict::one).toList()))
                .param(texts(conflicts.stream().map(Conflict::other).toList()))
                .params(reason, Timestamp.from(at))
                .update();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        var ones = ids(row.getArray("conflict_one"));
        var others = ids(row.getArray("conflict_other"));
        var conflicts = new ArrayList<Conflict>();
        for (int i = 0; i < ones.size(); i++)
            conflicts.add(new Conflict(ones.get(i), others.get(i)));
        return new Kept(
                row.getInt("number"),
                row.getString("sheet"),
                row.getString("sheet_hash"),
                new Dropouts(
                        ids(row.getArray("withdrawn")), ids(row.getArray("excused")), conflicts),
                row.getString("reason"),
                row.getTimestamp("replaced_at").toInstant());
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}

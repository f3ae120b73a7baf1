package cn.sihong.submission.programmes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes away a demonstration with all that refers to it, directly or over other tables. Which
 * tables these are, the database knows: a new feature's tables are wiped too without being told.
 */
@Repository
class Wiping {

    /** A table and the foreign key by which it hangs below the one before. */
    private record Step(String table, String condition) {}

    private final JdbcClient jdbc;

    Wiping(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int wipe(Programme.Id programme) {
        var id = "'%s'::uuid".formatted(programme.value());
        int rows = 0;
        for (var step : steps("programmes", "id = " + id, List.of("programmes")))
            rows +=
                    jdbc.sql("delete from %s where %s".formatted(step.table(), step.condition()))
                            .update();
        return rows;
    }

    /** What hangs below first, the table itself last. */
    private List<Step> steps(String table, String condition, List<String> above) {
        var steps = new ArrayList<Step>();
        for (var key : keysTo(table)) {
            if (above.contains(key.table())) continue;
            var deeper = new ArrayList<>(above);
            deeper.add(key.table());
            var below =
                    "%s in (select %s from %s where %s)"
                            .formatted(key.column(), key.target(), table, condition);
            steps.addAll(steps(key.table(), below, deeper));
        }
        steps.add(new Step(table, condition));
        return steps;
    }

    private record Key(String table, String column, String target) {}

    private List<Key> keysTo(String table) {
        return jdbc.sql(
                        """
                        select c.conrelid::regclass::text as referring, a.attname as referring_column, t.attname as target
                        from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        join pg_attribute t on t.attrelid = c.confrelid and t.attnum = c.confkey[1]
                        where c.contype = 'f' and c.confrelid = ?::regclass and cardinality(c.conkey) = 1
                          and c.conrelid <> c.confrelid
                        order by 1, 2
                        """)
                .param(table)
                .query((row, n) ->
                        new Key(
                                row.getString("referring"),
                                row.getString("referring_column"),
                                row.getString("target")))
                .list();
    }
}

package cn.sihong.platform.test;

import org.junit.jupiter.api.DynamicTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries, as the role a service signs in with, to change what may only grow: its audit trail and the
 * records named. PostgreSQL itself must refuse, whatever the service's code would do.
 */
public class AppendOnly {

    private static final List<String> ATTACKS =
            List.of(
                    "update %1$s set %2$s = %2$s",
                    "delete from %1$s",
                    "truncate %1$s",
                    "alter table %1$s disable trigger all",
                    "alter table %1$s disable row level security",
                    "drop table %1$s");

    private final JdbcClient jdbc;
    private final List<String> tables;

    /**
     * @param more tables besides {@code audit}
     */
    public AppendOnly(JdbcClient jdbc, String... more) {
        this.jdbc = jdbc;
        this.tables = Stream.concat(Stream.of("audit"), Arrays.stream(more)).toList();
    }

    /** One test for each table, and one that the role could not help itself to more. */
    public Stream<DynamicTest> tests() {
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest("the role owns nothing", this::ownsNothing)),
                tables.stream()
                        .map(table ->
                                DynamicTest.dynamicTest(
                                        table + " may only grow", () -> mayOnlyGrow(table))));
    }

    private void mayOnlyGrow(String table) {
        var column =
                jdbc.sql(
                                """
                                select column_name from information_schema.columns
                                where table_schema = 'public' and table_name = ?
                                  and is_identity = 'NO' and is_generated = 'NEVER'
                                order by ordinal_position limit 1\
                                """)
                        .param(table)
                        .query(String.class)
                        .single();
        for (var attack : ATTACKS) {
            var statement = attack.formatted(table, column);
            if (!refused(statement)) throw new AssertionError("went through: " + statement);
        }
    }

    private boolean refused(String statement) {
        try {
            jdbc.sql(statement).update();
            return false;
        } catch (DataAccessException e) {
            var cause = String.valueOf(e.getMostSpecificCause().getMessage());
            if (cause.contains("permission denied") || cause.contains("must be owner")) return true;
            throw e;
        }
    }

    private void ownsNothing() {
        var powers =
                jdbc.sql(
                                """
                                select (select count(*) from pg_class where relowner = r.oid)
                                     + (select count(*) from pg_proc where proowner = r.oid)
                                     + (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)::int
                                     + (select count(*) from pg_auth_members where member = r.oid)
                                from pg_roles r where r.rolname = current_user\
                                """)
                        .query(Integer.class)
                        .single();
        if (powers != 0) throw new AssertionError("the service's role has powers of its own");
    }
}

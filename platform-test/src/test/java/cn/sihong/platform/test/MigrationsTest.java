package cn.sihong.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * While an update rolls out, and after it was rolled back, the version before works on the tables
 * of the new one. So a migration only adds. What must be more says above its statement {@code --
 * not additive: why nobody is hurt}.
 */
class MigrationsTest {

    /** The last migration of each folder that was written before this was promised. */
    private static final Map<String, BigDecimal> BASELINE =
            Map.of(
                    "platform/src/main/resources/db/platform", new BigDecimal("0.3"),
                    "gateway/src/main/resources/db/migration", new BigDecimal("1"),
                    "submission-service/src/main/resources/db/migration", new BigDecimal("63"),
                    "review-service/src/main/resources/db/migration", new BigDecimal("53"),
                    "award-service/src/main/resources/db/migration", new BigDecimal("61"));

    private static final Pattern NAME = Pattern.compile("V(\\d+(?:_\\d+)?)__.*\\.sql");
    private static final Pattern EXCUSED = Pattern.compile("--[ \\t]*not additive:[ \\t]*\\S+");
    private static final Pattern BODY =
            Pattern.compile("(\\$\\w*\\$).*?\\1|begin atomic.*?\\bend\\b", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("'[^']*'");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern CREATED =
            Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern TOUCHED =
            Pattern.compile("(?:alter table|unique index .*?\\bon|\\bon) (?:only )?(\\w+)");
    private static final Pattern COLUMN_WITHOUT_VALUE =
            Pattern.compile("add column (?![^,]*\\b(default|generated)\\b)[^,]*\\bnot null\\b");

    /** What breaks the version before, whatever table it is. */
    private static final Map<String, Pattern> NEVER =
            ordered(
                    "drops what the version before may use",
                    "\\bdrop (?!constraint|index|policy|trigger|not null)",
                    "renames what the version before calls by its old name",
                    "\\brename\\b",
                    "changes the type of a column",
                    "\\balter (column )?\\w+ (set data )?type\\b",
                    "deletes rows",
                    "^truncate\\b|\\bdelete from\\b");

    /**
     * What is right for a table made in the same migration, and narrower than before for others.
     */
    private static final Map<String, Pattern> NOT_LATER =
            ordered(
                    "refuses rows the version before writes",
                    "\\bset not null\\b|\\badd constraint\\b|\\badd"
                            + " (check|unique|foreign|primary)\\b|create unique index",
                    "takes a right away from the version before",
                    "\\brevoke (?!execute)|enable row level security");

    @Test
    void aMigrationAfterTheBaselineOnlyAdds() {
        var faults = BASELINE.keySet().stream().flatMap(folder -> faultsOf(folder)).toList();
        assertThat(faults).isEmpty();
    }

    @Test
    void theBaselineIsThere() {
        assertThat(BASELINE)
                .allSatisfy((folder, last) ->
                        assertThat(files(folder).map(file -> version(file)).toList())
                                .contains(last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table plans;",
                "alter table plans drop column title;",
                "alter table plans drop title;",
                "alter table plans alter column title drop default;",
                "alter table plans rename column title to name;",
                "alter table plans rename to schemes;",
                "alter table plans alter column title type varchar(20);",
                "alter table plans alter title set not null;",
                "alter table plans add column colour text not null;",
                "alter table plans add column a int default 1, add column colour text not null;",
                "alter table plans add constraint short check (title <> 'x');",
                "create unique index once on plans (title);",
                "revoke update on plans from ${app};",
                "alter table plans enable row level security;",
                "truncate plans;",
                "delete from plans;",
                "drop function reached();",
                "-- not additive:\nalter table plans drop column title;"
            })
    void whatBreaksTheVersionBeforeIsNoticed(String sql) {
        assertThat(faults(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table plans (id uuid primary key, title text not null); create unique index"
                        + " on plans (title); alter table plans enable row level security; revoke"
                        + " delete on plans from ${app};",
                "alter table plans add column colour text;",
                "alter table plans add column colour text not null default 'red';",
                "alter table plans alter column title drop not null;",
                "alter table plans drop constraint short;",
                "drop index plans_title;",
                "create index on plans (title);",
                "insert into words values ('drop table plans;');",
                "-- it does not drop table plans\nupdate plans set colour = 'red';",
                "create function f() returns int language plpgsql as $$ begin delete from plans;"
                        + " end $$;",
                "revoke execute on function f from public;",
                "-- not additive: nobody ever read it\nalter table plans drop column title;"
            })
    void whatOnlyAddsIsLetThrough(String sql) {
        assertThat(faults(sql)).isEmpty();
    }

    private static Stream<String> faultsOf(String folder) {
        return files(folder)
                .filter(file -> version(file).compareTo(BASELINE.get(folder)) > 0)
                .flatMap(file ->
                        faults(text(file)).stream()
                                .map(fault -> folder + "/" + file.getFileName() + " " + fault));
    }

    private static List<String> faults(String sql) {
        // an apostrophe or a semicolon in a comment is neither
        var calm =
                COMMENT.matcher(sql)
                        .replaceAll(comment -> comment.group().replaceAll("[';$]", " "));
        var plain = TEXT.matcher(BODY.matcher(calm).replaceAll("")).replaceAll("''");
        var made =
                CREATED.matcher(bare(plain))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());
        return Stream.of(plain.split(";", -1))
                .filter(statement -> !EXCUSED.matcher(statement).find())
                .map(MigrationsTest::bare)
                .flatMap(statement -> {
                    var table = touched(statement);
                    boolean own = table != null && made.contains(table);
                    return faults(statement, own)
                            .map(fault -> "%s: %s".formatted(fault, statement));
                })
                .toList();
    }

    private static Stream<String> faults(String statement, boolean ownTable) {
        var late = ownTable ? Map.<String, Pattern>of() : NOT_LATER;
        boolean without = !ownTable && COLUMN_WITHOUT_VALUE.matcher(statement).find();
        return Stream.concat(
                Stream.of(NEVER, late)
                        .flatMap(rules -> rules.entrySet().stream())
                        .filter(rule -> rule.getValue().matcher(statement).find())
                        .map(Map.Entry::getKey),
                without
                        ? Stream.of("adds a column the version before leaves without a value")
                        : Stream.empty());
    }

    private static @Nullable String touched(String statement) {
        var found = TOUCHED.matcher(statement);
        return found.find() ? found.group(1) : null;
    }

    private static String bare(String sql) {
        return COMMENT.matcher(sql)
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static BigDecimal version(Path file) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) throw new AssertionError(file + " is not named as a migration");
        return new BigDecimal(name.group(1).replace('_', '.'));
    }

    private static Stream<Path> files(String folder) {
        try (var files = Files.list(Path.of("..").resolve(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Pattern> ordered(String... rules) {
        var ordered = new LinkedHashMap<String, Pattern>();
        for (int i = 0; i < rules.length; i += 2)
            ordered.put(rules[i], Pattern.compile(rules[i + 1]));
        return ordered;
    }
}

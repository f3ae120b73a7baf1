package cn.sihong.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.platform.audit.NamesOfThings;

import org.junit.jupiter.api.DynamicTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Each query for names (已办) is one that the database understands. */
public record NameQueries(JdbcClient jdbc, NamesOfThings names) {

    public Stream<DynamicTest> tests() {
        return names.byKind().entrySet().stream()
                .map(kind ->
                        DynamicTest.dynamicTest(
                                kind.getKey(), () -> answersTheNamesOfThese(kind.getValue())));
    }

    private void answersTheNamesOfThese(String query) {
        var nobodys = new UUID[] {UUID.randomUUID()};
        assertThat(jdbc.sql(query).param("ids", nobodys).query(NameQueries::columns))
                .containsExactly("id", "name");
    }

    private static List<String> columns(ResultSet answer) throws SQLException {
        var about = answer.getMetaData();
        return List.of(about.getColumnLabel(1), about.getColumnLabel(2));
    }
}

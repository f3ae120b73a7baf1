package cn.sihong.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schemas under {@code contracts/schemas} are the promise to the readers of events. After an
 * addition that is meant, {@code ./mvnw -pl contracts test -Dgoldens=write} writes them anew.
 */
class GoldenSchemasTest {

    private static final boolean WRITE = "write".equals(System.getProperty("goldens"));
    private static final Path SCHEMAS = Path.of("schemas");
    private static final Path README = Path.of("README.md");
    private static final String TABLE = "<!-- events: generated, see GoldenSchemasTest -->";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> whatWasPromisedIsStillSaid() {
        return EventsTest.records()
                .map(type ->
                        DynamicTest.dynamicTest(EventsTest.wireName(type), () -> compare(type)));
    }

    @Test
    void everyGoldenHasItsEvent() throws IOException {
        try (var files = Files.list(SCHEMAS)) {
            var goldens = files.map(file -> file.getFileName().toString());
            var known = EventsTest.records().map(type -> EventsTest.wireName(type) + ".json");
            assertThat(goldens).containsExactlyInAnyOrderElementsOf(known.toList());
        }
    }

    @Test
    void theEventTableOfTheReadmeIsTrue() throws IOException {
        var readme = Files.readString(README);
        var start = readme.indexOf(TABLE) + TABLE.length();
        var end = readme.lastIndexOf(TABLE);
        var truth = readme.substring(0, start) + "\n" + table() + readme.substring(end);
        if (WRITE) Files.writeString(README, truth);
        assertThat(Files.readString(README)).isEqualTo(truth);
    }

    private static void compare(Class<?> type) throws IOException {
        var golden = SCHEMAS.resolve(EventsTest.wireName(type) + ".json");
        var now = schema(type);
        if (WRITE) {
            Files.createDirectories(SCHEMAS);
            Files.writeString(
                    golden, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        }
        var promised = JSON.readTree(Files.readString(golden));
        assertKept(promised, now, EventsTest.wireName(type));
        assertThat(now)
                .as("an addition is welcome; write the goldens anew to promise it")
                .isEqualTo(promised);
    }

    /**
     * What was promised is there with the same type; this says which word was broken, and where.
     */
    private static void assertKept(JsonNode promised, @Nullable JsonNode now, String where) {
        assertThat(now).as(where + " was promised and is gone").isNotNull();
        if (promised.isObject()) {
            for (var property : promised.properties()) {
                if (property.getKey().equals("required")) continue;
                assertKept(
                        property.getValue(),
                        now.get(property.getKey()),
                        where + "/" + property.getKey());
            }
        } else {
            assertThat(now).as(where).isEqualTo(promised);
        }
    }

    private static ObjectNode schema(Class<?> type) {
        var config =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(Option.INLINE_ALL_SCHEMAS);
        var schema = new SchemaGenerator(config.build()).generateSchema(type);
        schema.put("title", EventsTest.wireName(type));
        return schema;
    }

    private static String table() {
        var rows = new TreeSet<String>();
        EventsTest.records()
                .forEach(type ->
                        rows.add(
                                "| `%s` | `%s` | %s |%n"
                                        .formatted(
                                                EventsTest.topic(type.getInterfaces()[0]),
                                                EventsTest.wireName(type),
                                                components(type))));
        return "| topic | event | says |\n| --- | --- | --- |\n" + String.join("", rows);
    }

    private static String components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .skip(1)
                .map(component -> component.getName())
                .collect(Collectors.joining(", "));
    }
}

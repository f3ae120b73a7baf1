package cn.sihong.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

class EventsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Class<?>> roots() {
        return Stream.of(Event.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> records() {
        return roots().flatMap(root -> Stream.of(root.getPermittedSubclasses()))
                .filter(type -> !type.getSimpleName().equals("Unrecognised"));
    }

    static String wireName(Class<?> type) {
        return type.getAnnotation(JsonTypeName.class).value();
    }

    @Test
    void everyEventHasAWireNameOfItsOwnWithAVersion() {
        List<String> names = records().map(EventsTest::wireName).toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(
                        Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*\\.v[1-9]")
                                .asMatchPredicate());
    }

    @Test
    void everyEventCarriesAStamp() {
        assertThat(records())
                .allSatisfy(type ->
                        assertThat(type.getRecordComponents()[0].getType()).isEqualTo(Stamp.class));
    }

    @Test
    void everyTopicHasOneRoot() throws Exception {
        List<String> topics = roots().map(EventsTest::topic).toList();
        assertThat(topics).doesNotHaveDuplicates();
    }

    @Test
    void anEventSurvivesTheWire() {
        var said = new BatchEvent.Received(stamp(), new UUID(0, 7), new UUID(0, 8), 12);
        var wire = JSON.writerFor(BatchEvent.class).writeValueAsString(said);
        assertThat(wire).contains("\"type\":\"batch.received.v1\"").doesNotContain("\"key\"");
        assertThat(JSON.readValue(wire, BatchEvent.class)).isEqualTo(said);
    }

    @Test
    void anEventFromNextYearIsUnrecognisedInEveryTopic() {
        var wire = "{\"type\":\"something.from-next-year.v7\",\"news\":{\"a\":[1]}}";
        assertThat(roots())
                .allSatisfy(root ->
                        assertThat(JSON.readValue(wire, root).getClass().getSimpleName())
                                .isEqualTo("Unrecognised"));
    }

    @Test
    void aFieldAddedNextYearIsIgnored() {
        var said = new PlanEvent.Filed(stamp(), id(1), id(2), id(3), "红烛");
        var wire = JSON.writerFor(PlanEvent.class).writeValueAsString(said);
        var later = wire.substring(0, wire.length() - 1) + ",\"addedLater\":true}";
        assertThat(JSON.readValue(later, PlanEvent.class)).isEqualTo(said);
    }

    static String topic(Class<?> root) {
        try {
            return (String) root.getField("TOPIC").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(root + " has no TOPIC", e);
        }
    }

    private static Stamp stamp() {
        return new Stamp(id(9), 3, id(8), "party-office", java.time.Instant.EPOCH);
    }

    private static UUID id(long n) {
        return new UUID(0, n);
    }
}

package cn.sihong.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every resource of every overlay, read as its type and nothing but its type. */
class StrictTest {

    @TestFactory
    Stream<DynamicTest> everyResourceIsWhatItSays() {
        return Stream.concat(Overlay.all(), Stream.of(Overlay.cluster()))
                .flatMap(overlay ->
                        overlay.resources().stream()
                                .map(resource ->
                                        test(
                                                overlay,
                                                resource,
                                                () ->
                                                        assertThatCode(() -> Types.read(resource))
                                                                .doesNotThrowAnyException())));
    }

    /** A test of the test: one letter too many, at any depth, is found. */
    @TestFactory
    Stream<DynamicTest> aMisspeltFieldIsFoundWhereverItStands() {
        return Stream.concat(
                        Overlay.all().filter(overlay -> overlay.name().equals("province")),
                        Stream.of(Overlay.cluster()))
                .flatMap(overlay ->
                        overlay.resources().stream()
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                Overlay::kind, one -> one, (one, _) -> one))
                                .values()
                                .stream()
                                .map(resource ->
                                        test(overlay, resource, () -> misspell(resource))));
    }

    private static void misspell(ObjectNode resource) {
        var places = places(resource, new ArrayList<>(), "");
        assertThat(places).isNotEmpty();
        for (var place : places) {
            var broken = resource.deepCopy();
            ((ObjectNode) broken.at(place)).put("replicaz", 1);
            assertThatThrownBy(() -> Types.read(broken))
                    .as(place)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Objects whose names of fields are the type's, not the writer's. */
    private static List<String> places(JsonNode node, List<String> found, String at) {
        if (node.isObject() && !free(at)) found.add(at);
        node.properties()
                .forEach(child -> {
                    var place = at + "/" + child.getKey().replace("~", "~0").replace("/", "~1");
                    if (!free(place)) places(child.getValue(), found, place);
                });
        for (int i = 0; node.isArray() && i < node.size(); i++)
            places(node.get(i), found, at + "/" + i);
        return found;
    }

    private static boolean free(String place) {
        return place.matches(
                ".*/(labels|matchLabels|selector|requests|limits|parameters|annotations|data|realm|placeholders"
                        + "|config|triggers/\\d+/metadata)(/.*)?");
    }

    private static DynamicTest test(
            Overlay overlay, JsonNode resource, org.junit.jupiter.api.function.Executable body) {
        return DynamicTest.dynamicTest(
                overlay + ": " + Overlay.kind(resource) + " " + Overlay.nameOf(resource), body);
    }
}

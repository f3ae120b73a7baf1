package cn.sihong.licences;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody else's work inside ours.
 *
 * @param name {@code group:artifact}, or the package's name
 * @param licences as published, each an alternative to the others
 */
record Component(String name, String version, List<String> licences) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** What a CycloneDX bill of materials lists, without our own modules. */
    static List<Component> inBill(Path file) {
        return read(file)
                .path("components")
                .valueStream()
                .filter(one -> !one.path("group").asString("").equals("cn.sihong"))
                .map(one ->
                        new Component(
                                one.path("group").asString("") + ":" + one.path("name").asString(),
                                one.path("version").asString(""),
                                one.path("licenses").valueStream().map(Component::said).toList()))
                .toList();
    }

    /** What npm's lock lists for production: the rest builds the pages and is not in them. */
    static List<Component> inLock(Path file) {
        return read(file)
                .path("packages")
                .propertyStream()
                .filter(one -> !one.getKey().isEmpty())
                .filter(one -> !one.getValue().path("dev").asBoolean(false))
                .map(one ->
                        new Component(
                                one.getKey().replaceFirst("^.*node_modules/", ""),
                                one.getValue().path("version").asString(""),
                                alternatives(one.getValue().path("license").asString(""))))
                .toList();
    }

    private static String said(JsonNode entry) {
        return Stream.of("/license/id", "/license/name", "/expression")
                .map(entry::at)
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .findFirst()
                .orElse("");
    }

    /** {@code (A OR B)} leaves the choice to whoever uses it. */
    private static List<String> alternatives(String expression) {
        return Stream.of(expression.replaceAll("[()]", "").split(" OR ", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static JsonNode read(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing: ./mvnw -DskipTests package first");
        }
        return JSON.readTree(file);
    }
}

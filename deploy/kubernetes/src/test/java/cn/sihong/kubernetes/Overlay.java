package cn.sihong.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** One overlay as {@code kubectl kustomize} renders it. */
record Overlay(String name, List<ObjectNode> resources) {

    static final Path ROOT = Path.of("").toAbsolutePath();
    private static final String CLUSTER = "cluster";
    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();
    private static final YAMLMapper YAML = new YAMLMapper();

    /**
     * Every overlay there is; a test that needs them is skipped, in words, where kubectl is not.
     */
    static Stream<Overlay> all() {
        kubectlMustAnswer();
        try (var folders = Files.list(ROOT.resolve("overlays"))) {
            return folders
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .map(name -> rendered("overlays/" + name))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the cluster's administrator makes once, for every overlay. */
    static Overlay cluster() {
        kubectlMustAnswer();
        return rendered(CLUSTER);
    }

    private static void kubectlMustAnswer() {
        Assumptions.assumeTrue(
                kubectlAnswers(), "kubectl was not found: manifests are not checked");
    }

    private static Overlay rendered(String folder) {
        return RENDERED.computeIfAbsent(folder, Overlay::render);
    }

    Stream<ObjectNode> of(String kind) {
        return resources.stream().filter(resource -> kind(resource).equals(kind));
    }

    static String kind(JsonNode resource) {
        return resource.path("kind").asText();
    }

    static String nameOf(JsonNode resource) {
        return resource.path("metadata").path("name").asText();
    }

    /** Of whatever names something else, as a reference does. */
    static String textOfName(JsonNode reference) {
        return reference.path("name").asText();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Overlay render(String folder) {
        var text = run("kubectl", "kustomize", ROOT.resolve(folder).toString());
        try (var parser = YAML.createParser(text)) {
            return new Overlay(
                    Path.of(folder).getFileName().toString(),
                    YAML.readValues(parser, ObjectNode.class).readAll());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean kubectlAnswers() {
        try {
            return !run("kubectl", "version", "--client").isEmpty();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) throw new IllegalStateException(said);
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode yaml(Path file) throws IOException {
        return YAML.readTree(Files.readString(file));
    }

    static String text(JsonNode node) {
        try {
            return YAML.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

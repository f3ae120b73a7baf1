package cn.sihong.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** An alert without an entry of what to do about it only wakes people. */
class AlertsTest {

    private static final Path REPOSITORY = Overlay.ROOT.resolve("../..").normalize();
    private static final Pattern ENTRY = Pattern.compile("(?m)^### (Sihong\\w+)$");

    @Test
    void everyAlertHasItsEntryAndEveryEntryItsAlert() throws IOException {
        var names = rules().stream().map(rule -> rule.path("alert").asText()).toList();
        var entries =
                ENTRY.matcher(Files.readString(REPOSITORY.resolve("docs/operations.md")))
                        .results()
                        .map(found -> found.group(1))
                        .toList();
        assertThat(names).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        assertThat(entries).containsExactlyElementsOf(names);
    }

    @Test
    void everyAlertSaysWhatIsWrongAndWhereToRead() throws IOException {
        for (var rule : rules()) {
            var name = rule.path("alert").asText();
            assertThat(rule.path("expr").asText()).as(name).isNotBlank();
            assertThat(rule.at("/labels/severity").asText())
                    .as(name)
                    .isIn("page", "ticket", "notice");
            assertThat(rule.at("/annotations/summary").asText()).as(name).isNotBlank();
            assertThat(rule.at("/annotations/runbook").asText())
                    .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void theClusterIsWatchedByTheSameRulesWhereItMatters() throws IOException {
        var groups = Overlay.yaml(REPOSITORY.resolve("deploy/observability/alerts.yaml"));
        Overlay.all()
                .filter(overlay -> !overlay.name().equals("dev"))
                .forEach(overlay -> {
                    assertThat(overlay.of("PrometheusRule").map(one -> one.path("spec")))
                            .as(overlay.name())
                            .containsExactly(groups);
                    assertThat(overlay.of("PodMonitor").map(one -> one.at("/spec/selector")))
                            .as(overlay.name())
                            .hasSize(1)
                            .allSatisfy(selector ->
                                    assertThat(
                                                    overlay.of("Deployment")
                                                            .map(one ->
                                                                    one.at(
                                                                            "/spec/template/metadata/labels/sihong.cn~1tier"))
                                                            .map(JsonNode::asText))
                                            .hasSize(4)
                                            .containsOnly(
                                                    selector.at("/matchLabels/sihong.cn~1tier")
                                                            .asText()));
                });
    }

    private static List<JsonNode> rules() throws IOException {
        var groups = Overlay.yaml(REPOSITORY.resolve("deploy/observability/alerts.yaml"));
        return StreamSupport.stream(groups.path("groups").spliterator(), false)
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }
}

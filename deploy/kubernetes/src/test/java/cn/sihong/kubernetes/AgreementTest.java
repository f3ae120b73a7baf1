package cn.sihong.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.sihong.contracts.Event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manifests say the same as the code they run. */
class AgreementTest {

    private static final Path REPOSITORY = Settings.REPOSITORY;

    @Test
    void everyTopicOfTheContractsIsThereAndOneForItsDeadLetters() {
        var expected =
                Settings.topics().stream()
                        .flatMap(topic -> Stream.of(topic, topic + ".dlt"))
                        .collect(Collectors.toSet());
        Overlay.all()
                .forEach(overlay ->
                        assertThat(overlay.of("KafkaTopic").map(Overlay::nameOf).toList())
                                .as(overlay.name())
                                .containsExactlyInAnyOrderElementsOf(expected));
    }

    @Test
    void everyTopicHasItsOneWriterButNotificationsWhichAllMayAskFor() {
        var overlay = Overlay.all().findFirst().orElseThrow();
        for (var root : Event.class.getPermittedSubclasses()) {
            var topic = Settings.topic(root);
            var writers =
                    overlay.of("KafkaUser")
                            .filter(user ->
                                    user.at("/spec/authorization/acls")
                                            .valueStream()
                                            .anyMatch(acl ->
                                                    acl.at("/resource/name").asText().equals(topic)
                                                            && acl.path("operations")
                                                                    .toString()
                                                                    .contains("Write")))
                            .map(Overlay::nameOf)
                            .toList();
            assertThat(writers).as(topic).hasSize(topic.equals("notifications") ? 3 : 1);
        }
    }

    @Test
    void eventsSurviveTheLossOfABrokerWhereItMatters() {
        Overlay.all()
                .filter(overlay -> !overlay.name().equals("dev"))
                .forEach(overlay ->
                        overlay.of("KafkaTopic")
                                .forEach(topic -> {
                                    assertThat(topic.at("/spec/replicas").asInt()).isEqualTo(3);
                                    assertThat(topic.at("/spec/config/min.insync.replicas").asInt())
                                            .isEqualTo(2);
                                }));
    }

    @Test
    void commitsSurviveTheLossOfADatabaseWhereItMatters() {
        Overlay.all()
                .filter(overlay -> !overlay.name().equals("dev"))
                .forEach(overlay ->
                        overlay.of("Cluster")
                                .forEach(cluster -> {
                                    assertThat(cluster.at("/spec/instances").asInt())
                                            .isGreaterThanOrEqualTo(3);
                                    assertThat(
                                                    cluster.at(
                                                                    "/spec/postgresql/synchronous/dataDurability")
                                                            .asText())
                                            .isEqualTo("required");
                                    assertThat(
                                                    cluster.at("/spec/plugins/0/isWALArchiver")
                                                            .asBoolean())
                                            .isTrue();
                                }));
    }

    @Test
    void theRealmIsTheOneOfDeployKeycloak() throws IOException {
        var realm =
                JsonMapper.builder()
                        .build()
                        .readTree(
                                Files.readString(
                                        REPOSITORY.resolve("deploy/keycloak/sihong-realm.json")));
        assertThat(Overlay.yaml(Overlay.ROOT.resolve("base/keycloak/realm.yaml")).at("/spec/realm"))
                .isEqualTo(realm);
    }

    @Test
    void everySettingIsOneThatAnApplicationReads() throws IOException {
        var given = given();
        given.removeIf(name -> !name.startsWith("SIHONG_"));
        assertThat(given).isNotEmpty().isSubsetOf(Settings.read());
    }

    @Test
    void nothingIsSwitchedOffThatOnlyADemonstrationDoesWithout() throws IOException {
        assertThat(Settings.read()).containsAll(Settings.DEMONSTRATION);
        assertThat(given()).isNotEmpty().doesNotContainAnyElementsOf(Settings.DEMONSTRATION);
        Overlay.all()
                .flatMap(overlay -> overlay.of("KeycloakRealmImport"))
                .forEach(realm ->
                        assertThat(realm.at("/spec/placeholders").toString())
                                .contains("SIHONG_GATEWAY_SECRET")
                                .doesNotContain(Settings.DEMONSTRATION));
    }

    /** The names of all that an overlay sets. */
    private static TreeSet<String> given() {
        var given = new TreeSet<String>();
        Overlay.all()
                .forEach(overlay -> {
                    overlay.of("ConfigMap")
                            .forEach(map ->
                                    map.path("data").fieldNames().forEachRemaining(given::add));
                    overlay.of("Deployment")
                            .flatMap(one -> one.findValues("env").stream())
                            .flatMap(JsonNode::valueStream)
                            .forEach(one -> given.add(one.path("name").asText()));
                    overlay.of("ExternalSecret")
                            .flatMap(one -> one.at("/spec/data").valueStream())
                            .forEach(one -> given.add(one.path("secretKey").asText()));
                });
        return given;
    }

    /** The name that a scenario saw working: Boot ignores one it does not know, without a word. */
    @Test
    void tracesGoWhereTheLocalRunSendsThem() throws IOException {
        var local =
                Files.readString(
                        REPOSITORY.resolve(
                                "deploy/local/src/main/java/cn/sihong/local/Application.java"));
        var name = "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT";
        assertThat(local).contains("TRACES = \"" + name + "\"");
        Overlay.all()
                .forEach(overlay ->
                        overlay.of("Deployment")
                                .forEach(one ->
                                        assertThat(one.findValues("env").toString())
                                                .as(overlay + " " + Overlay.nameOf(one))
                                                .contains(name)));
    }

    @Test
    void everySettingWithoutADefaultIsGiven() throws IOException {
        var overlay = Overlay.all().findFirst().orElseThrow();
        var map = new TreeSet<String>();
        overlay.of("ConfigMap")
                .forEach(one -> one.path("data").fieldNames().forEachRemaining(map::add));
        for (var module : Settings.APPLICATIONS) {
            var given = new TreeSet<>(map);
            overlay.of("Deployment")
                    .filter(one -> Overlay.nameOf(one).equals(module))
                    .flatMap(one -> one.findValues("env").stream())
                    .flatMap(JsonNode::valueStream)
                    .forEach(one -> given.add(one.path("name").asText()));
            overlay.of("ExternalSecret")
                    .filter(one -> Overlay.nameOf(one).equals(module))
                    .flatMap(one -> one.at("/spec/data").valueStream())
                    .forEach(one -> given.add(one.path("secretKey").asText()));
            assertThat(given).as(module).containsAll(Settings.needed(module));
        }
    }
}

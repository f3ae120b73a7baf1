package cn.sihong.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Nothing is said in the clear, and whoever is spoken to proves who they are. That an application
 * does with these settings what is meant is seen by {@code TlsInsideTest} of the gateway.
 */
class TlsTest {

    private static final Pattern CALLED = Pattern.compile("https://([a-z-]+):8443");

    @Test
    void noAddressIsOneInTheClear() {
        Overlay.all()
                .forEach(overlay -> {
                    assertThat(overlay.resources())
                            .as(overlay.name())
                            .noneMatch(resource -> resource.toString().contains("http://"));
                    assertThat(
                                    overlay.of("Service")
                                            .flatMap(one -> one.findValues("port").stream()))
                            .as(overlay.name())
                            .extracting(JsonNode::asInt)
                            .containsOnly(8443);
                });
    }

    @Test
    void everyApplicationServesTlsAloneAlsoToWhoeverWatches() {
        applications((overlay, application) -> {
            var env = env(application);
            assertThat(env)
                    .containsEntry("SERVER_SSL_BUNDLE", "own")
                    .containsEntry("MANAGEMENT_SERVER_SSL_BUNDLE", "own")
                    .containsEntry("SPRING_SSL_BUNDLE_PEM_OWN_OPTIONS_ENABLEDPROTOCOLS", "TLSv1.3");
            assertThat(application.findValues("httpGet"))
                    .hasSize(3)
                    .allMatch(probe -> probe.path("scheme").asText().equals("HTTPS"));
            assertThat(application.findValues("secretName").stream().map(JsonNode::asText))
                    .contains(Overlay.nameOf(application) + "-tls");
        });
        Overlay.all()
                .flatMap(overlay -> overlay.of("PodMonitor"))
                .forEach(monitor -> {
                    var endpoint = monitor.at("/spec/podMetricsEndpoints/0");
                    assertThat(endpoint.path("scheme").asText()).isEqualTo("https");
                    assertThat(endpoint.at("/tlsConfig/serverName").asText())
                            .isEqualTo("application");
                });
    }

    @Test
    void whoIsCalledHasACertificateForTheNameByWhichTheyAreCalled() {
        Overlay.all()
                .forEach(overlay -> {
                    var names =
                            overlay.of("Certificate")
                                    .flatMap(one -> one.at("/spec/dnsNames").valueStream())
                                    .map(JsonNode::asText)
                                    .collect(Collectors.toSet());
                    var called = new TreeSet<String>();
                    for (var resource : overlay.resources())
                        CALLED.matcher(resource.toString())
                                .results()
                                .forEach(found -> called.add(found.group(1)));
                    assertThat(called)
                            .as(overlay.name())
                            .contains("keycloak-service", "submission-service", "gateway");
                    assertThat(names)
                            .as(overlay.name())
                            .containsAll(called)
                            .contains("postgres-rw");
                    overlay.of("HTTPRoute")
                            .flatMap(route -> route.findValues("backendRefs").stream())
                            .flatMap(JsonNode::valueStream)
                            .map(Overlay::textOfName)
                            .forEach(backend ->
                                    assertThat(
                                                    overlay.of("BackendTLSPolicy")
                                                            .filter(policy ->
                                                                    policy.at(
                                                                                    "/spec/targetRefs/0/name")
                                                                            .asText()
                                                                            .equals(backend))
                                                            .map(policy ->
                                                                    policy.at(
                                                                                    "/spec/validation/hostname")
                                                                            .asText()))
                                            .as(backend)
                                            .containsExactly(backend)
                                            .allMatch(names::contains));
                });
    }

    @Test
    void oneAuthorityOfItsOwnSignsForInsideAndIsTrusted() {
        var issuers =
                Overlay.cluster()
                        .of("ClusterIssuer")
                        .filter(issuer -> issuer.at("/spec").has("ca"))
                        .map(Overlay::nameOf)
                        .toList();
        assertThat(issuers).hasSize(1);
        Overlay.all()
                .flatMap(overlay -> overlay.of("Certificate"))
                .forEach(certificate -> {
                    assertThat(certificate.at("/spec/issuerRef/name").asText()).isIn(issuers);
                    assertThat(certificate.at("/spec/usages").valueStream().map(JsonNode::asText))
                            .containsExactly("server auth");
                });
        var bundles = Overlay.cluster().of("Bundle").map(Overlay::nameOf).toList();
        applications((overlay, application) ->
                assertThat(application.findValues("configMap").stream().map(Overlay::textOfName))
                        .containsAll(bundles));
    }

    @Test
    void databasesAndKeycloakAreSpokenToInTlsAndKnown() {
        applications((overlay, application) ->
                assertThat(env(application).get("SIHONG_DB_URL"))
                        .contains("sslmode=verify-full", "sslrootcert=/etc/trusted/ca.crt"));
        Overlay.all()
                .forEach(overlay -> {
                    assertThat(
                                    overlay.of("Cluster")
                                            .map(one ->
                                                    one.at("/spec/certificates/serverTLSSecret")
                                                            .asText()))
                            .containsExactly("postgres-tls");
                    overlay.of("Keycloak")
                            .forEach(keycloak -> {
                                assertThat(keycloak.at("/spec/http/httpEnabled").asBoolean(true))
                                        .isFalse();
                                assertThat(keycloak.at("/spec/http/tlsSecret").asText())
                                        .isEqualTo("keycloak-tls");
                                assertThat(keycloak.at("/spec/additionalOptions/0/value").asText())
                                        .contains("sslmode=verify-full");
                            });
                    overlay.of("Kafka")
                            .flatMap(kafka -> kafka.at("/spec/kafka/listeners").valueStream())
                            .forEach(listener ->
                                    assertThat(listener.path("tls").asBoolean()).isTrue());
                });
    }

    private static void applications(BiConsumer<Overlay, JsonNode> rule) {
        Overlay.all()
                .forEach(overlay ->
                        overlay.of("Deployment").forEach(one -> rule.accept(overlay, one)));
    }

    private static Map<String, String> env(JsonNode application) {
        return application.findValues("env").stream()
                .flatMap(JsonNode::valueStream)
                .filter(one -> one.has("value"))
                .collect(
                        Collectors.toMap(
                                one -> one.path("name").asText(),
                                one -> one.path("value").asText()));
    }
}

package cn.sihong.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What every pod of ours keeps to, in every overlay. */
class HardeningTest {

    @Test
    void nobodyIsRoot() {
        pods((name, pod) -> {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).as(name).isGreaterThan(9_999);
            assertThat(pod.getSecurityContext().getSeccompProfile().getType())
                    .as(name)
                    .isEqualTo("RuntimeDefault");
        });
    }

    @Test
    void noContainerMayBecomeMoreOrWriteToItself() {
        containers((name, container) -> {
            var context = container.getSecurityContext();
            assertThat(context.getAllowPrivilegeEscalation()).as(name).isFalse();
            assertThat(context.getReadOnlyRootFilesystem()).as(name).isTrue();
            assertThat(context.getCapabilities().getDrop()).as(name).containsExactly("ALL");
            assertThat(context.getCapabilities().getAdd()).as(name).isEmpty();
            assertThat(context.getPrivileged()).as(name).isNull();
        });
    }

    @Test
    void noPodHoldsAKeyOfTheCluster() {
        pods((name, pod) -> {
            assertThat(pod.getAutomountServiceAccountToken()).as(name).isFalse();
            assertThat(pod.getServiceAccountName()).as(name).isNotNull().isNotEqualTo("default");
            assertThat(pod.getEnableServiceLinks()).as(name).isFalse();
        });
    }

    @Test
    void noPodReachesIntoItsNode() {
        pods((name, pod) -> {
            assertThat(pod.getHostNetwork()).as(name).isNull();
            assertThat(pod.getHostPID()).as(name).isNull();
            assertThat(pod.getVolumes()).as(name).allMatch(volume -> volume.getHostPath() == null);
        });
    }

    @Test
    void everyContainerSaysWhatItNeedsAndNoMemoryIsPromisedTwice() {
        containers((name, container) -> {
            var resources = container.getResources();
            assertThat(resources.getRequests()).as(name).containsKeys("cpu", "memory");
            assertThat(resources.getLimits()).as(name).containsKeys("cpu", "memory");
            assertThat(resources.getLimits().get("memory"))
                    .as(name)
                    .isEqualTo(resources.getRequests().get("memory"));
        });
    }

    @Test
    void startAndLifeDoNotAskTheDatabaseAndReadinessDoes() {
        containers((name, container) -> {
            assertThat(path(container.getStartupProbe())).as(name).isEqualTo("/livez");
            assertThat(path(container.getLivenessProbe())).as(name).isEqualTo("/livez");
            assertThat(path(container.getReadinessProbe())).as(name).isEqualTo("/readyz");
        });
    }

    /** Probes ask where people are served; what is watched is reached by the collector alone. */
    @Test
    void onlyTheCollectorReachesTheManagementPort() {
        containers((name, container) -> {
            assertThat(container.getReadinessProbe().getHttpGet().getPort().getStrVal())
                    .as(name)
                    .isEqualTo("https");
            assertThat(container.getPorts())
                    .as(name)
                    .anySatisfy(port -> {
                        assertThat(port.getName()).isEqualTo("management");
                        assertThat(Integer.toString(port.getContainerPort()))
                                .isEqualTo(valueOf(container, "SIHONG_MANAGEMENT_PORT"));
                    });
        });
        Overlay.all()
                .forEach(overlay -> {
                    var rules =
                            overlay.of("NetworkPolicy")
                                    .flatMap(policy -> policy.at("/spec/ingress").valueStream())
                                    .filter(rule -> rule.path("ports").toString().contains("8090"))
                                    .toList();
                    assertThat(rules).as(overlay.name()).hasSize(4);
                    for (var rule : rules)
                        assertThat(rule.path("from").toString())
                                .isEqualTo(
                                        "[{\"namespaceSelector\":{\"matchLabels\":{\"kubernetes.io/metadata.name\":\"observability\"}}}]");
                    assertThat(overlay.of("Service").map(one -> one.at("/spec/ports").toString()))
                            .as(overlay.name())
                            .noneMatch(ports -> ports.contains("management"));
                });
    }

    private static String valueOf(Container container, String name) {
        return container.getEnv().stream()
                .filter(one -> one.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPodThatEndsWaitsForTheLoadBalancerAndThenForItsCalls() {
        deployments((name, deployment) -> {
            var pod = deployment.getSpec().getTemplate().getSpec();
            var container = pod.getContainers().getFirst();
            var pause = container.getLifecycle().getPreStop().getSleep().getSeconds();
            var drain =
                    container.getEnv().stream()
                            .filter(one ->
                                    one.getName()
                                            .equals("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE"))
                            .map(one -> Long.parseLong(one.getValue().replace("s", "")))
                            .findFirst()
                            .orElseThrow();
            assertThat(pod.getTerminationGracePeriodSeconds())
                    .as(name)
                    .isGreaterThanOrEqualTo(pause + drain);
            assertThat(
                            deployment
                                    .getSpec()
                                    .getStrategy()
                                    .getRollingUpdate()
                                    .getMaxUnavailable()
                                    .getIntVal())
                    .as(name)
                    .isZero();
        });
    }

    @Test
    void everyDeploymentIsSpreadAndMayLoseOnePodAtATime() {
        Overlay.all()
                .forEach(overlay -> {
                    var guarded =
                            overlay.of("PodDisruptionBudget")
                                    .map(budget -> budget.at("/spec/selector/matchLabels"))
                                    .collect(Collectors.toSet());
                    overlay.of("Deployment")
                            .forEach(deployment -> {
                                var labels = deployment.at("/spec/selector/matchLabels");
                                assertThat(guarded)
                                        .as(overlay + " " + Overlay.nameOf(deployment))
                                        .contains(labels);
                                var spread =
                                        deployment.at(
                                                "/spec/template/spec/topologySpreadConstraints/0");
                                assertThat(spread.at("/labelSelector/matchLabels"))
                                        .isEqualTo(labels);
                            });
                });
    }

    @Test
    void everyImageHasATagThatStays() {
        containers((name, container) ->
                assertThat(container.getImage())
                        .as(name)
                        .matches(".+:.+")
                        .doesNotEndWith(":latest"));
    }

    @Test
    void thePodSecurityOfTheNamespaceIsRestricted() {
        Overlay.all()
                .forEach(overlay ->
                        assertThat(
                                        overlay.of("Namespace")
                                                .map(one ->
                                                        one.at(
                                                                        "/metadata/labels/pod-security.kubernetes.io~1enforce")
                                                                .asText()))
                                .as(overlay.name())
                                .containsExactly("restricted"));
    }

    @Test
    void noSecretIsWrittenDown() {
        Overlay.all()
                .forEach(overlay -> {
                    assertThat(overlay.of("Secret")).as(overlay.name()).isEmpty();
                    overlay.of("Deployment")
                            .flatMap(one -> one.findValues("env").stream())
                            .flatMap(env -> env.valueStream())
                            .filter(one ->
                                    one.path("name").asText().matches(".*_(PASSWORD|SECRET|KEY)$"))
                            .forEach(one ->
                                    assertThat(one.has("value"))
                                            .as(overlay + " " + one.path("name").asText())
                                            .isFalse());
                });
    }

    @Test
    void everyPodIsSilentUnlessAPairNamesIt() {
        Overlay.all()
                .forEach(overlay -> {
                    var deny =
                            overlay.of("NetworkPolicy")
                                    .filter(policy -> Overlay.nameOf(policy).equals("default-deny"))
                                    .findFirst()
                                    .orElseThrow();
                    assertThat(deny.at("/spec/podSelector").isEmpty()).isTrue();
                    assertThat(deny.at("/spec/policyTypes").valueStream().map(JsonNode::asText))
                            .containsExactlyInAnyOrder("Ingress", "Egress");
                    assertThat(deny.at("/spec").has("ingress") || deny.at("/spec").has("egress"))
                            .isFalse();
                });
    }

    @Test
    void aPairIsAllowedFromBothEnds() {
        Overlay.all()
                .forEach(overlay -> {
                    var said = new TreeSet<String>();
                    var heard = new TreeSet<String>();
                    overlay.of("NetworkPolicy")
                            .forEach(policy -> {
                                var self = policy.at("/spec/podSelector/matchLabels").toString();
                                policy.at("/spec/egress")
                                        .forEach(rule ->
                                                pairs(
                                                        rule,
                                                        "to",
                                                        (peer, port) ->
                                                                said.add(
                                                                        self + " → " + peer + " "
                                                                                + port)));
                                policy.at("/spec/ingress")
                                        .forEach(rule ->
                                                pairs(
                                                        rule,
                                                        "from",
                                                        (peer, port) ->
                                                                heard.add(
                                                                        peer + " → " + self + " "
                                                                                + port)));
                            });
                    assertThat(said)
                            .as(overlay.name())
                            .isNotEmpty()
                            .containsExactlyElementsOf(heard);
                });
    }

    private static void pairs(JsonNode rule, String side, BiConsumer<String, String> pair) {
        for (var peer : rule.path(side))
            if (peer.has("podSelector") && !peer.has("namespaceSelector"))
                for (var port : rule.path("ports"))
                    pair.accept(
                            peer.at("/podSelector/matchLabels").toString(),
                            port.path("port").asText());
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath();
    }

    private static void deployments(BiConsumer<String, Deployment> rule) {
        Overlay.all()
                .forEach(overlay -> {
                    assertThat(overlay.of("Deployment").map(Overlay::nameOf))
                            .contains(
                                    "gateway",
                                    "submission-service",
                                    "review-service",
                                    "award-service");
                    overlay.of("Deployment")
                            .forEach(one ->
                                    rule.accept(
                                            overlay + " " + Overlay.nameOf(one),
                                            (Deployment) Types.read(one)));
                });
    }

    private static void pods(BiConsumer<String, PodSpec> rule) {
        deployments((name, deployment) ->
                rule.accept(name, deployment.getSpec().getTemplate().getSpec()));
    }

    private static void containers(BiConsumer<String, Container> rule) {
        pods((name, pod) -> pod.getContainers().forEach(container -> rule.accept(name, container)));
    }

    /**
     * Kept here so that a reader sees at once which kinds make pods: a new one must join the rules.
     */
    @Test
    void nothingElseOfOursMakesPods() {
        var makers = Map.of("StatefulSet", 0, "DaemonSet", 0, "Job", 0, "CronJob", 0, "Pod", 0);
        Overlay.all()
                .forEach(overlay ->
                        assertThat(overlay.resources())
                                .noneMatch(resource -> makers.containsKey(Overlay.kind(resource))));
    }
}

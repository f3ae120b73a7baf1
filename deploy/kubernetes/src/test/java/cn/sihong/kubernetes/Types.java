package cn.sihong.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;

import java.util.Map;

/**
 * Which type a resource is, and its strict reading: Kubernetes' and Strimzi's own models, and
 * records of ours ({@link Operators}) for operators that publish none for Java. A field the type
 * does not have is a fault; the API server would drop it without a word.
 */
final class Types {

    private static final Map<String, Class<?>> BY_KIND =
            Map.ofEntries(
                    Map.entry("v1/ConfigMap", ConfigMap.class),
                    Map.entry("v1/Namespace", Namespace.class),
                    Map.entry("v1/Service", Service.class),
                    Map.entry("v1/ServiceAccount", ServiceAccount.class),
                    Map.entry("apps/v1/Deployment", Deployment.class),
                    Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
                    Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
                    Map.entry(
                            "autoscaling/v2/HorizontalPodAutoscaler",
                            HorizontalPodAutoscaler.class),
                    Map.entry("gateway.networking.k8s.io/v1/Gateway", Gateway.class),
                    Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
                    Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
                    Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
                    Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
                    Map.entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class),
                    Map.entry("postgresql.cnpg.io/v1/Cluster", Operators.Cluster.class),
                    Map.entry("postgresql.cnpg.io/v1/Database", Operators.Database.class),
                    Map.entry(
                            "postgresql.cnpg.io/v1/ScheduledBackup",
                            Operators.ScheduledBackup.class),
                    Map.entry("barmancloud.cnpg.io/v1/ObjectStore", Operators.ObjectStore.class),
                    Map.entry("k8s.keycloak.org/v2alpha1/Keycloak", Operators.Keycloak.class),
                    Map.entry(
                            "k8s.keycloak.org/v2alpha1/KeycloakRealmImport",
                            Operators.KeycloakRealmImport.class),
                    Map.entry(
                            "external-secrets.io/v1/ExternalSecret",
                            Operators.ExternalSecret.class),
                    Map.entry("cert-manager.io/v1/Certificate", Operators.Certificate.class),
                    Map.entry("cert-manager.io/v1/ClusterIssuer", Operators.ClusterIssuer.class),
                    Map.entry("trust.cert-manager.io/v1alpha1/Bundle", Operators.Bundle.class),
                    Map.entry(
                            "gateway.networking.k8s.io/v1/BackendTLSPolicy",
                            Operators.BackendTLSPolicy.class),
                    Map.entry("keda.sh/v1alpha1/ScaledObject", Operators.ScaledObject.class),
                    Map.entry("monitoring.coreos.com/v1/PodMonitor", Operators.PodMonitor.class),
                    Map.entry(
                            "monitoring.coreos.com/v1/PrometheusRule",
                            Operators.PrometheusRule.class));

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .annotationIntrospector(new NothingLeftOver())
                    .build();

    private Types() {}

    /** Reads it as what it says it is; any field too many, or an unknown kind, is an error. */
    static Object read(JsonNode resource) {
        var kind = resource.path("apiVersion").asText() + "/" + resource.path("kind").asText();
        var type = BY_KIND.get(kind);
        if (type == null) throw new IllegalArgumentException("no type is known for " + kind);
        try {
            return STRICT.treeToValue(resource, type);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(
                    Overlay.nameOf(resource) + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The models keep what they do not know in a map; here that map is closed. */
    private static final class NothingLeftOver extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return annotated.getName().equals("setAdditionalProperty")
                    ? Boolean.FALSE
                    : super.hasAnySetter(annotated);
        }
    }
}

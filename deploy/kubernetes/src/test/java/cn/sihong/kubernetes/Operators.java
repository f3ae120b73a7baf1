package cn.sihong.kubernetes;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/**
 * Resources of operators that publish no Java model, with just the fields these manifests may use,
 * named and typed as in the operators' API references. A field that is missing here is first looked
 * up there, then added.
 */
interface Operators {

    record Metadata(String name, String namespace, Map<String, String> labels) {}

    record Reference(String name) {}

    record Selector(Map<String, String> matchLabels) {}

    record KeyOf(String name, String key) {}

    record Resources(Map<String, String> requests, Map<String, String> limits) {}

    // CloudNativePG

    record Cluster(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(
                int instances,
                String imageName,
                String primaryUpdateStrategy,
                String primaryUpdateMethod,
                boolean enableSuperuserAccess,
                boolean enablePDB,
                Storage storage,
                Storage walStorage,
                Resources resources,
                Affinity affinity,
                Certificates certificates,
                PostgreSql postgresql,
                Bootstrap bootstrap,
                Managed managed,
                List<Plugin> plugins) {}

        record Certificates(String serverTLSSecret, String serverCASecret) {}

        record Storage(String size, String storageClass) {}

        record Affinity(
                boolean enablePodAntiAffinity, String topologyKey, String podAntiAffinityType) {}

        record PostgreSql(Synchronous synchronous, Map<String, String> parameters) {}

        record Synchronous(String method, int number, String dataDurability) {}

        record Bootstrap(InitDb initdb) {}

        record InitDb(
                String database,
                String owner,
                String localeProvider,
                String builtinLocale,
                boolean dataChecksums) {}

        record Managed(List<Role> roles) {}

        record Role(
                String name,
                String ensure,
                boolean login,
                boolean inherit,
                int connectionLimit,
                Reference passwordSecret) {}

        record Plugin(String name, boolean isWALArchiver, Map<String, String> parameters) {}
    }

    record Database(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(String name, String owner, Reference cluster, String databaseReclaimPolicy) {}
    }

    record ScheduledBackup(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(
                String schedule,
                String backupOwnerReference,
                Reference cluster,
                String method,
                Reference pluginConfiguration) {}
    }

    record ObjectStore(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(String retentionPolicy, Configuration configuration) {}

        record Configuration(
                String destinationPath,
                String endpointURL,
                Credentials s3Credentials,
                Compressed wal,
                Compressed data) {}

        record Credentials(KeyOf accessKeyId, KeyOf secretAccessKey) {}

        record Compressed(String compression) {}
    }

    // Keycloak operator

    record Keycloak(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(
                int instances,
                Db db,
                Http http,
                Map<String, Truststore> truststores,
                List<Option> additionalOptions,
                Hostname hostname,
                Proxy proxy,
                Ingress ingress,
                Resources resources) {}

        record Db(
                String vendor,
                String host,
                int port,
                String database,
                KeyOf usernameSecret,
                KeyOf passwordSecret) {}

        record Http(boolean httpEnabled, String tlsSecret) {}

        record Truststore(Reference configMap) {}

        record Option(String name, String value) {}

        record Hostname(String hostname, boolean backchannelDynamic) {}

        record Proxy(String headers) {}

        record Ingress(boolean enabled) {}
    }

    /** The realm itself is held to {@code deploy/keycloak} by a test of its own. */
    record KeycloakRealmImport(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(String keycloakCRName, Map<String, Placeholder> placeholders, JsonNode realm) {}

        record Placeholder(KeyOf secret) {}
    }

    // External Secrets

    record ExternalSecret(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(
                String refreshInterval, Store secretStoreRef, Target target, List<Entry> data) {}

        record Store(String kind, String name) {}

        record Target(String name, String creationPolicy, Template template) {}

        record Template(String type, Metadata metadata, Map<String, String> data) {}

        record Entry(String secretKey, Remote remoteRef) {}

        record Remote(String key, String property) {}
    }

    // cert-manager and trust-manager

    record ClusterIssuer(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(SelfSigned selfSigned, Ca ca) {}

        record SelfSigned() {}

        record Ca(String secretName) {}
    }

    record Certificate(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(
                String secretName,
                SecretTemplate secretTemplate,
                boolean isCA,
                String commonName,
                List<String> dnsNames,
                String duration,
                String renewBefore,
                PrivateKey privateKey,
                List<String> usages,
                IssuerRef issuerRef) {}

        record SecretTemplate(Map<String, String> labels) {}

        record PrivateKey(String algorithm, int size, String encoding, String rotationPolicy) {}

        record IssuerRef(String group, String kind, String name) {}
    }

    record Bundle(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(List<Source> sources, Target target) {}

        record Source(Boolean useDefaultCAs, KeyOf secret) {}

        record Target(Key configMap, Formats additionalFormats, Selector namespaceSelector) {}

        record Key(String key) {}

        record Formats(Pkcs12 pkcs12) {}

        record Pkcs12(String key, String password) {}
    }

    // Gateway API, newer than the model for Java

    record BackendTLSPolicy(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(List<Target> targetRefs, Validation validation) {}

        record Target(String group, String kind, String name) {}

        record Validation(String hostname, List<Target> caCertificateRefs) {}
    }

    // KEDA

    record ScaledObject(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(
                Reference scaleTargetRef,
                int minReplicaCount,
                int maxReplicaCount,
                Advanced advanced,
                List<Trigger> triggers) {}

        record Advanced(Autoscaler horizontalPodAutoscalerConfig) {}

        record Autoscaler(Behavior behavior) {}

        record Behavior(ScaleDown scaleDown) {}

        record ScaleDown(int stabilizationWindowSeconds) {}

        record Trigger(String type, String metricType, Map<String, String> metadata) {}
    }

    // Prometheus operator

    record PodMonitor(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(Selector selector, List<Endpoint> podMetricsEndpoints) {}

        record Endpoint(String port, String path, String interval, String scheme, Tls tlsConfig) {}

        record Tls(String serverName, Authority ca) {}

        record Authority(KeyOf configMap) {}
    }

    record PrometheusRule(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(List<Group> groups) {}

        record Group(String name, List<Rule> rules) {}

        /**
         * @param period written {@code for}
         */
        record Rule(
                String alert,
                String expr,
                @JsonProperty("for") String period,
                Map<String, String> labels,
                Map<String, String> annotations) {}
    }
}

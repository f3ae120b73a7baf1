package cn.sihong.kubernetes;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * {@code deploy/compose.yaml} as these types and nothing but them: what Compose would pass over as
 * unknown fails here. They know only the fields in use.
 */
record Compose(
        String name,
        Map<String, Service> services,
        Map<String, Network> networks,
        Map<String, Volume> volumes,
        Map<String, Config> configs) {

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    record Service(
            String image,
            @Nullable Build build,
            @Nullable String user,
            String restart,
            boolean readOnly,
            List<String> capDrop,
            List<String> securityOpt,
            int pidsLimit,
            @Nullable List<String> entrypoint,
            @Nullable List<String> command,
            @Nullable Map<String, String> environment,
            @Nullable List<String> volumes,
            @Nullable List<Mounted> configs,
            List<String> tmpfs,
            @Nullable String shmSize,
            @Nullable String stopGracePeriod,
            List<String> networks,
            @Nullable List<String> ports,
            @Nullable Map<String, Needed> dependsOn,
            @Nullable Healthcheck healthcheck,
            Deploy deploy) {

        Map<String, String> given() {
            return environment == null ? Map.of() : environment;
        }

        Map<String, Needed> needs() {
            return dependsOn == null ? Map.of() : dependsOn;
        }

        List<String> published() {
            return ports == null ? List.of() : ports;
        }

        boolean endsByItself() {
            return restart.equals("no");
        }
    }

    record Build(String context, String dockerfileInline) {}

    record Mounted(String source, String target) {}

    record Needed(String condition) {}

    record Healthcheck(
            List<String> test, String interval, String timeout, int retries, String startPeriod) {}

    record Deploy(Resources resources) {}

    record Resources(Limits limits) {}

    record Limits(String cpus, String memory) {}

    record Network(boolean internal) {}

    record Volume() {}

    record Config(String content) {}

    /** The file with anchors and merges resolved, and what begins with {@code x-} left out. */
    static Map<String, Object> raw() throws IOException {
        Map<String, Object> all = new Yaml().load(Settings.read("deploy/compose.yaml"));
        all.keySet().removeIf(key -> key.startsWith("x-"));
        return all;
    }

    static Compose read(Map<String, Object> raw) {
        return STRICT.convertValue(raw, Compose.class);
    }
}

package cn.sihong.platform.test;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.test.web.servlet.MockMvc;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a service to the document under {@code contracts/openapi}, from which the portal's calls
 * are typed. After a change that is meant, {@code -Dgoldens=write} writes it anew.
 */
public final class GoldenInterface {

    private static final boolean WRITE = "write".equals(System.getProperty("goldens"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GoldenInterface() {}

    /** Compares what the service says of itself with what was promised. */
    public static void verify(MockMvc mvc, String service) throws Exception {
        var golden = Path.of("..", "contracts", "openapi", service + ".json");
        var said = mvc.perform(get("/v3/api-docs")).andReturn().getResponse();
        var now = JSON.readTree(said.getContentAsString(UTF_8));
        if (WRITE) {
            Files.createDirectories(golden.getParent());
            Files.writeString(
                    golden, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(now) + "\n");
        }
        var promised = JSON.readTree(Files.readString(golden));
        if (now.equals(promised)) return;
        throw new AssertionError(
                """
                The interface of %1$s is not what contracts/openapi/%1$s.json says, from %2$s on. \
                If that is meant, write the document anew, and the portal's build shows what has to follow: \
                ./mvnw -pl %1$s-service test -Dtest='*ServiceTest' -Dgoldens=write\
                """
                        .formatted(service, difference(promised, now, "")));
    }

    /** The first place where the two say different things. */
    private static String difference(JsonNode promised, JsonNode now, String where) {
        for (var property : promised.properties()) {
            var other = now.get(property.getKey());
            var place = where + "/" + property.getKey();
            if (other == null) return place + " (gone)";
            if (!other.equals(property.getValue()))
                return difference(property.getValue(), other, place);
        }
        for (var property : now.properties())
            if (!promised.has(property.getKey())) return where + "/" + property.getKey() + " (new)";
        return where;
    }
}

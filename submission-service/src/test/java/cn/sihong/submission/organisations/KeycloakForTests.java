package cn.sihong.submission.organisations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What Keycloak's admin interface answers to the calls of account opening, and a switch to take it
 * away. The real one is met in the scenarios.
 */
public class KeycloakForTests
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final Map<String, UUID> ACCOUNTS = new ConcurrentHashMap<>();
    static final Set<UUID> DISABLED = ConcurrentHashMap.newKeySet();
    static final Set<UUID> CHOSE_A_PASSWORD = ConcurrentHashMap.newKeySet();
    static final Map<UUID, String> FIRST_PASSWORDS = new ConcurrentHashMap<>();
    static final Map<UUID, Set<String>> HELD = new ConcurrentHashMap<>();
    static final UUID INSPECTOR = UUID.randomUUID();
    static final AtomicBoolean AWAY = new AtomicBoolean();
    static final String NOT_WELCOME = "not-welcome";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ROLES =
            """
            [{"id":"1","name":"school-secretary"},{"id":"2","name":"info-officer"},{"id":"3","name":"street-reviewer"},
             {"id":"4","name":"direct-unit-reviewer"},{"id":"5","name":"peer-reviewer"}]
            """;

    private static final class Started {
        static final int PORT = start();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var address = "http://127.0.0.1:" + Started.PORT;
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "keycloak for tests",
                                Map.of(
                                        "SIHONG_KEYCLOAK_ADMIN_URL",
                                        address + "/admin",
                                        "sihong.accounts.token-url",
                                        address + "/token",
                                        "sihong.accounts.poll",
                                        "100ms",
                                        "SIHONG_PROVISIONING_SECRET",
                                        "test")));
    }

    private static int start() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/token",
                    exchange ->
                            answer(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":60}"));
            server.createContext("/admin/users", KeycloakForTests::users);
            server.createContext("/admin/roles", KeycloakForTests::holders);
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void users(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        if (AWAY.get()) answer(exchange, 503, "");
        else if (path.endsWith("/available")) answer(exchange, 200, ROLES);
        else if (path.endsWith("/realm")) roles(exchange, method, user(path), body);
        else if (path.endsWith("/logout")) answer(exchange, 204, "");
        else if (path.endsWith("/reset-password"))
            firstPassword(exchange, user(path), JSON.readTree(body));
        else if (method.equals("GET") && !path.endsWith("/users"))
            answer(
                    exchange,
                    200,
                    "{\"id\":\"%s\",\"enabled\":%s,\"requiredActions\":%s,\"attributes\":{\"kept\":[\"yes\"]}}"
                            .formatted(
                                    user(path),
                                    !DISABLED.contains(user(path)),
                                    CHOSE_A_PASSWORD.contains(user(path))
                                            ? "[]"
                                            : "[\"UPDATE_PASSWORD\"]"));
        else if (method.equals("PUT")) change(exchange, user(path), JSON.readTree(body));
        else if (exchange.getRequestMethod().equals("GET")) found(exchange);
        else create(exchange, JSON.readTree(body).path("username").asString());
    }

    /** {@code /admin/roles/NAME/users}: two inspectors may sign in and a third no more. */
    private static void holders(HttpExchange exchange) throws IOException {
        var inspectors =
                """
                [{"id":"%s","username":"inspector2","firstName":"钱进","enabled":true},
                 {"id":"%s","username":"inspector1","firstName":"赵严","enabled":true},
                 {"id":"%s","username":"inspector3","firstName":"孙走","enabled":false}]
                """
                        .formatted(UUID.randomUUID(), INSPECTOR, UUID.randomUUID());
        var asked = exchange.getRequestURI().getPath().contains("/inspector/");
        if (AWAY.get()) answer(exchange, 503, "");
        else answer(exchange, 200, asked ? inspectors : "[]");
    }

    /** {@code /admin/users/ID/…} */
    private static UUID user(String path) {
        return UUID.fromString(path.split("/")[3]);
    }

    private static void roles(HttpExchange exchange, String method, UUID user, byte[] body)
            throws IOException {
        var held = HELD.computeIfAbsent(user, _ -> ConcurrentHashMap.newKeySet());
        switch (method) {
            case "GET" -> {
                var named = new ArrayList<String>();
                for (var role : held)
                    named.add("{\"id\":\"%s\",\"name\":\"%s\"}".formatted(role, role));
                answer(exchange, 200, named.toString());
            }
            case "POST" -> {
                for (var role : JSON.readTree(body)) held.add(role.path("name").asString());
                answer(exchange, 204, "");
            }
            default -> {
                for (var role : JSON.readTree(body)) held.remove(role.path("name").asString());
                answer(exchange, 204, "");
            }
        }
    }

    private static void firstPassword(HttpExchange exchange, UUID user, JsonNode password)
            throws IOException {
        if (!password.path("temporary").asBoolean()) {
            answer(exchange, 400, "{}");
            return;
        }
        FIRST_PASSWORDS.put(user, password.path("value").asString());
        answer(exchange, 204, "");
    }

    /** What is not written back would be lost. */
    private static void change(HttpExchange exchange, UUID user, JsonNode account)
            throws IOException {
        if (account.path("attributes").isMissingNode()) {
            answer(exchange, 400, "{}");
            return;
        }
        if (account.path("enabled").asBoolean()) DISABLED.remove(user);
        else DISABLED.add(user);
        answer(exchange, 204, "");
    }

    private static void create(HttpExchange exchange, String username) throws IOException {
        if (username.startsWith(NOT_WELCOME)) {
            answer(exchange, 400, "{\"errorMessage\":\"no\"}");
            return;
        }
        var id = UUID.randomUUID();
        if (ACCOUNTS.putIfAbsent(username, id) != null) {
            answer(exchange, 409, "");
            return;
        }
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1/admin/users/" + id);
        answer(exchange, 201, "");
    }

    private static void found(HttpExchange exchange) throws IOException {
        var username = exchange.getRequestURI().getQuery().replaceFirst(".*username=", "");
        if (!ACCOUNTS.containsKey(username)) {
            answer(exchange, 200, "[]");
            return;
        }
        answer(
                exchange,
                200,
                "[{\"id\":\"%s\",\"username\":\"%s\"}]"
                        .formatted(ACCOUNTS.get(username), username));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

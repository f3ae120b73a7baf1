package cn.sihong.platform.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Opens accounts in Keycloak through its admin REST interface, as the client {@code provisioning}.
 * All of it can be asked again: an account that is there is found, a role that is held stays held.
 */
public class Accounts {

    /**
     * Where Keycloak is and who we are to it.
     *
     * @param adminUrl {@code …/admin/realms/sihong}
     * @param tokenUrl {@code …/realms/sihong/protocol/openid-connect/token}
     * @param everybodysPassword of every new account, for showing and testing; without it an
     *     account opens without a password, and its owner gets one of their own ({@link
     *     #giveFirstPassword})
     */
    public record Settings(
            URI adminUrl,
            URI tokenUrl,
            String clientId,
            String secret,
            @Nullable String everybodysPassword) {}

    /** Keycloak answered, and will not have this person; asking again does not help. */
    public static class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(HttpClientErrorException answer) {
            super(answer.getStatusCode() + " " + answer.getResponseBodyAsString(), answer);
        }

        Refused(String reason) {
            super(reason);
        }
    }

    /** More than any bureau has of a kind. */
    private static final int MOST_HOLDERS = 1000;

    private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    private record Token(String value, Instant expires) {}

    private record TokenAnswer(String access_token, long expires_in) {}

    private record User(String id, String username, @Nullable List<String> requiredActions) {}

    private record Holder(
            String id, String username, @Nullable String firstName, boolean enabled) {}

    /** Somebody with an account, by the name under which they sign in to it. */
    public record Named(UUID subject, String name) {}

    private record RealmRole(String id, String name) {}

    private final Settings settings;
    private final Clock clock;
    private final RestClient http;
    private final ReentrantLock asking = new ReentrantLock();
    private final Map<Role, RealmRole> realmRoles = new ConcurrentHashMap<>();
    private volatile @Nullable Token token;

    public Accounts(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = RestClient.builder().requestFactory(patient()).build();
    }

    /**
     * Sees to it that this person has an account with these roles.
     *
     * @return Keycloak's id of the person
     * @throws Refused if Keycloak will not
     * @throws RestClientException if Keycloak is away or in trouble; ask again later
     */
    public UUID open(String username, String name, Set<Role> roles) {
        return asking(() -> {
            var id = create(username, name);
            assign(id, roles);
            return UUID.fromString(id);
        });
    }

    /**
     * Brings an account in line with what somebody is now: opened or enabled again, under this
     * name, and of the managed roles exactly these. Roles nobody manages here stay as they are.
     *
     * @return Keycloak's id of the person
     * @throws Refused if Keycloak will not
     * @throws RestClientException if Keycloak is away or in trouble; ask again later
     */
    public UUID settle(String username, String name, Set<Role> roles, Set<Role> managed) {
        return asking(() -> {
            var id = create(username, name);
            change(id, name, true);
            assign(id, roles);
            takeAway(id, roles, managed);
            return UUID.fromString(id);
        });
    }

    /**
     * Whoever left cannot sign in any more, and is signed out; an account that never was is none.
     * The name is what is still known of them, so that what is forgotten here is forgotten there.
     */
    public void close(String username, String name) {
        asking(() -> {
            for (var user : named(username)) {
                change(user.id(), name, false);
                post("/users/" + user.id() + "/logout", Map.of());
            }
            return true;
        });
    }

    /** What somebody is called and whether they may sign in; all else is written back as it was. */
    @SuppressWarnings("unchecked")
    private void change(String user, @Nullable String name, boolean enabled) {
        var account = new HashMap<String, Object>(get("/users/" + user, Map.class));
        if (name != null) account.put("firstName", name);
        if (Objects.equals(account.put("enabled", enabled), enabled) && name == null) return;
        http.put()
                .uri(address("/users/" + user))
                .header(HttpHeaders.AUTHORIZATION, bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(account)
                .retrieve()
                .toBodilessEntity();
    }

    private void takeAway(String user, Set<Role> roles, Set<Role> managed) {
        var path = "/users/" + user + "/role-mappings/realm";
        var surplus =
                Arrays.stream(get(path, RealmRole[].class))
                        .filter(held ->
                                Role.of(held.name())
                                        .filter(role ->
                                                managed.contains(role) && !roles.contains(role))
                                        .isPresent())
                        .toList();
        if (surplus.isEmpty()) return;
        http.method(HttpMethod.DELETE)
                .uri(address(path))
                .header(HttpHeaders.AUTHORIZATION, bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(surplus)
                .retrieve()
                .toBodilessEntity();
    }

    private void post(String path, Object body) {
        http.post()
                .uri(address(path))
                .header(HttpHeaders.AUTHORIZATION, bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    private <T> T asking(Supplier<T> work) {
        try {
            return work.get();
        } catch (HttpClientErrorException.Unauthorized
                | HttpClientErrorException.TooManyRequests e) {
            token = null;
            throw e;
        } catch (HttpClientErrorException e) {
            throw new Refused(e);
        }
    }

    /**
     * Gives somebody a password to sign in with once, at which they choose their own. Takes the
     * place of one that was given before; never of one that somebody chose.
     *
     * @return whether it was given: not, if the person has chosen one
     * @throws Refused if Keycloak will not
     * @throws RestClientException if Keycloak is away or in trouble; ask again later
     */
    public boolean giveFirstPassword(UUID person, String password) {
        return asking(() -> {
            var actions = get("/users/" + person, User.class).requiredActions();
            if (actions == null || !actions.contains(CHOOSE_PASSWORD)) return false;
            http.put()
                    .uri(address("/users/" + person + "/reset-password"))
                    .header(HttpHeaders.AUTHORIZATION, bearer())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(password(password, true))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        });
    }

    /**
     * Everybody who may sign in and has this role of their own, whoever gave it to them.
     *
     * @throws Refused if Keycloak will not
     * @throws RestClientException if Keycloak is away or in trouble; ask again later
     */
    public List<Named> holders(Role role) {
        return asking(() ->
                Arrays.stream(
                                get(
                                        "/roles/%s/users?max=%d"
                                                .formatted(role.wireName(), MOST_HOLDERS),
                                        Holder[].class))
                        .filter(Holder::enabled)
                        .map(holder ->
                                new Named(
                                        UUID.fromString(holder.id()),
                                        Objects.requireNonNullElse(
                                                holder.firstName(), holder.username())))
                        .toList());
    }

    private static Map<String, Object> password(String value, boolean temporary) {
        return Map.of("type", "password", "value", value, "temporary", temporary);
    }

    private String create(String username, String name) {
        var account = new HashMap<String, Object>();
        account.put("username", username);
        account.put("firstName", name);
        account.put("enabled", true);
        var everybodys = settings.everybodysPassword();
        if (everybodys == null) account.put("requiredActions", List.of(CHOOSE_PASSWORD));
        else account.put("credentials", List.of(password(everybodys, false)));
        try {
            var made =
                    http.post()
                            .uri(address("/users"))
                            .header(HttpHeaders.AUTHORIZATION, bearer())
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(account)
                            .retrieve()
                            .toBodilessEntity();
            var path = Objects.requireNonNull(made.getHeaders().getLocation()).getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        } catch (HttpClientErrorException.Conflict e) {
            return find(username, e);
        }
    }

    private String find(String username, HttpClientErrorException conflict) {
        return named(username).stream().map(User::id).findFirst().orElseThrow(() -> conflict);
    }

    private List<User> named(String username) {
        var users =
                get(
                        "/users?exact=true&username=" + URLEncoder.encode(username, UTF_8),
                        User[].class);
        return Arrays.stream(users).filter(user -> user.username().equals(username)).toList();
    }

    /** The client may not read the realm's roles; what a user could be given, it may. */
    private void assign(String user, Set<Role> roles) {
        if (!realmRoles.keySet().containsAll(roles)) learn(user);
        http.post()
                .uri(address("/users/" + user + "/role-mappings/realm"))
                .header(HttpHeaders.AUTHORIZATION, bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .body(roles.stream().map(this::realmRole).toList())
                .retrieve()
                .toBodilessEntity();
    }

    private RealmRole realmRole(Role role) {
        var realmRole = realmRoles.get(role);
        if (realmRole == null) throw new Refused("the realm has no role " + role.wireName());
        return realmRole;
    }

    private void learn(String user) {
        var path = "/users/" + user + "/role-mappings/realm";
        for (var asked : List.of(path, path + "/available"))
            for (var realmRole : get(asked, RealmRole[].class))
                Role.of(realmRole.name()).ifPresent(role -> realmRoles.put(role, realmRole));
    }

    private <T> T get(String path, Class<T> type) {
        return Objects.requireNonNull(
                http.get()
                        .uri(address(path))
                        .header(HttpHeaders.AUTHORIZATION, bearer())
                        .retrieve()
                        .body(type));
    }

    private URI address(String path) {
        return URI.create(settings.adminUrl() + path);
    }

    private String bearer() {
        asking.lock();
        try {
            var kept = token;
            if (kept == null || kept.expires().isBefore(clock.instant())) {
                kept = ask();
                token = kept;
            }
            return "Bearer " + kept.value();
        } finally {
            asking.unlock();
        }
    }

    private Token ask() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", settings.clientId());
        form.add("client_secret", settings.secret());
        var answer =
                Objects.requireNonNull(
                        http.post()
                                .uri(settings.tokenUrl())
                                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                                .body(form)
                                .retrieve()
                                .onStatus(
                                        HttpStatusCode::isError,
                                        (request, response) -> {
                                            throw new RestClientException(
                                                    "no token for provisioning: "
                                                            + response.getStatusCode());
                                        })
                                .body(TokenAnswer.class));
        // a little earlier than Keycloak says, for the way there
        return new Token(
                answer.access_token(), clock.instant().plusSeconds(answer.expires_in() - 20));
    }

    private static JdkClientHttpRequestFactory patient() {
        var factory =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .connectTimeout(Duration.ofSeconds(5))
                                .build());
        factory.setReadTimeout(Duration.ofSeconds(30));
        return factory;
    }
}

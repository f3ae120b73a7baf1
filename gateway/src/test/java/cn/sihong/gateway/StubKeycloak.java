package cn.sihong.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.springframework.web.util.UriComponentsBuilder;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * As much of Keycloak as a sign-in needs, without a login page: whoever comes is {@link #person}.
 * It checks the PKCE proof and the client's secret. The real one is met in the scenarios.
 */
final class StubKeycloak {

    record Person(String subject, String username, String name, List<String> roles) {}

    private record Started(Person person, String nonce, String challenge, String sid) {}

    static final String SECRET = "stub-secret";

    final AtomicInteger refreshes = new AtomicInteger();
    final ConcurrentLinkedQueue<String> exchanges = new ConcurrentLinkedQueue<>(); // for whom
    final ConcurrentLinkedQueue<String> ended = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> handedOut =
            new ConcurrentLinkedQueue<>(); // codes and tokens
    volatile Person person =
            new Person(UUID.randomUUID().toString(), "office", "周文", List.of("party-office"));
    volatile Duration accessTokenLife = Duration.ofMinutes(5);
    volatile boolean refusesRefresh;
    volatile boolean refusesExchange;
    volatile boolean unwell;
    volatile Consumer<JWTClaimsSet.Builder> inIdTokens = _ -> {}; // what is wrong with them
    volatile String lastSid = "";

    private final Map<String, Started> codes = new ConcurrentHashMap<>();
    private final Map<String, Started> sessions = new ConcurrentHashMap<>();
    private final Map<String, Started> signedIn = new ConcurrentHashMap<>();
    private final RSAKey key;
    private final HttpServer server;
    private final String address;

    StubKeycloak() throws IOException, JOSEException {
        this(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0), "http://127.0.0.1:%d");
    }

    StubKeycloak(HttpServer server, String address) throws JOSEException {
        this.server = server;
        this.address = address.formatted(server.getAddress().getPort());
        key = new RSAKeyGenerator(2048).keyID("stub").generate();
        var base = "/realms/sihong/protocol/openid-connect";
        server.createContext(base + "/auth", this::authorize);
        server.createContext(base + "/token", this::token);
        server.createContext(base + "/logout", this::logout);
        server.createContext(
                base + "/certs",
                exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    String issuer() {
        return address + "/realms/sihong";
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var asked = UriComponentsBuilder.fromUri(exchange.getRequestURI()).build().getQueryParams();
        if (!"S256".equals(asked.getFirst("code_challenge_method"))) {
            answer(exchange, 400, "PKCE is required");
            return;
        }
        var code = UUID.randomUUID().toString();
        handedOut.add(code);
        lastSid = UUID.randomUUID().toString();
        codes.put(
                code,
                new Started(
                        person,
                        asked.getFirst("nonce"),
                        asked.getFirst("code_challenge"),
                        lastSid));
        exchange.getResponseHeaders()
                .add(
                        "location",
                        decoded(asked.getFirst("redirect_uri"))
                                + "?code="
                                + code
                                + "&state="
                                + asked.getFirst("state"));
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        if (unwell) {
            answer(exchange, 500, "{}");
            return;
        }
        var form = form(exchange);
        var client =
                "Basic "
                        + Base64.getEncoder().encodeToString(("gateway:" + SECRET).getBytes(UTF_8));
        if (!client.equals(exchange.getRequestHeaders().getFirst("authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        switch (form.get("grant_type")) {
            case "authorization_code" -> {
                var started = codes.remove(form.get("code"));
                if (started == null
                        || !challengeOf(form.get("code_verifier")).equals(started.challenge())) {
                    answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
                } else {
                    answerTokens(exchange, started);
                }
            }
            case "refresh_token" -> {
                refreshes.incrementAndGet();
                var started = sessions.remove(form.get("refresh_token"));
                if (started == null || refusesRefresh) {
                    answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
                } else {
                    pause();
                    answerTokens(exchange, started);
                }
            }
            case "urn:ietf:params:oauth:grant-type:token-exchange" -> {
                exchanges.add(form.get("audience"));
                var started = signedIn.get(form.get("subject_token"));
                if (started == null || refusesExchange) {
                    answer(
                            exchange,
                            400,
                            "{\"error\":\"invalid_request\",\"error_description\":\"Invalid"
                                    + " token\"}");
                } else {
                    answer(
                            exchange,
                            200,
                            """
                            {"access_token":"%s","issued_token_type":"urn:ietf:params:oauth:token-type:access_token","token_type":"Bearer","expires_in":%d}\
                            """
                                    .formatted(
                                            accessToken(started, form.get("audience")),
                                            accessTokenLife.toSeconds()));
                }
            }
            default -> answer(exchange, 400, "{\"error\":\"unsupported_grant_type\"}");
        }
    }

    private void answerTokens(HttpExchange exchange, Started started) throws IOException {
        var refresh =
                UUID.randomUUID().toString(); // used once: a second refresh at a time would fail
        sessions.put(refresh, started);
        handedOut.add(refresh);
        var claims =
                claims(started.person())
                        .claim("nonce", started.nonce())
                        .claim("sid", started.sid())
                        .audience("gateway");
        inIdTokens.accept(claims);
        var access = accessToken(started, "submission-service", "review-service", "award-service");
        signedIn.put(access, started);
        answer(
                exchange,
                200,
                """
                {"access_token":"%s","id_token":"%s","refresh_token":"%s","token_type":"Bearer","expires_in":%d}\
                """
                        .formatted(
                                access,
                                sign(claims.build(), "JWT"),
                                refresh,
                                accessTokenLife.toSeconds()));
    }

    private String accessToken(Started started, String... audience) {
        return sign(
                claims(started.person())
                        .audience(List.of(audience))
                        .jwtID(UUID.randomUUID().toString())
                        .build(),
                "JWT");
    }

    void forgetAccessTokens() {
        signedIn.clear();
    }

    private void logout(HttpExchange exchange) throws IOException {
        ended.add(form(exchange).get("refresh_token"));
        answer(exchange, 204, "");
    }

    /** What Keycloak posts to the gateway when it ends the session {@code sid}. */
    String logoutToken(String sid) {
        return sign(
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject(person.subject())
                        .audience("gateway")
                        .issueTime(new Date())
                        .jwtID(UUID.randomUUID().toString())
                        .claim("sid", sid)
                        .claim(
                                "events",
                                Map.of(
                                        "http://schemas.openid.net/event/backchannel-logout",
                                        Map.of()))
                        .build(),
                "logout+jwt");
    }

    private JWTClaimsSet.Builder claims(Person who) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(who.subject())
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("azp", "gateway")
                .claim("preferred_username", who.username())
                .claim("name", who.name())
                .claim("realm_access", Map.of("roles", who.roles()));
    }

    private String sign(JWTClaimsSet claims, String type) {
        try {
            var header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID("stub")
                            .type(new JOSEObjectType(type))
                            .build();
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            handedOut.add(token.serialize());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challengeOf(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var form = new java.util.HashMap<String, String>();
        UriComponentsBuilder.newInstance()
                .query(body)
                .build()
                .getQueryParams()
                .forEach((name, values) -> form.put(name, decoded(values.getFirst())));
        return form;
    }

    private static String decoded(String value) {
        return java.net.URLDecoder.decode(value, UTF_8);
    }

    /** Long enough that calls made together meet. */
    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("content-type", "application/json");
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

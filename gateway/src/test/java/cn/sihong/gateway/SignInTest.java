package cn.sihong.gateway;

import static cn.sihong.gateway.World.KEYCLOAK;
import static cn.sihong.gateway.World.ONE;
import static cn.sihong.gateway.World.OTHER;
import static cn.sihong.gateway.World.SERVICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

class SignInTest {

    /**
     * How long a gateway may still let in whom Keycloak ended. No gateway remembers a session, so
     * none needs it; whoever puts a memory before the database has to stay below.
     */
    private static final Duration ENDED_EVERYWHERE = Duration.ofSeconds(5);

    private final Browser browser = new Browser();

    @BeforeEach
    void somebodyElse() {
        KEYCLOAK.person =
                new StubKeycloak.Person(
                        UUID.randomUUID().toString(), "office", "周文", List.of("party-office"));
        SERVICE.calls.clear();
    }

    @Test
    void aStrangerIsToldSoAndGetsNoSession() {
        var me = browser.get(ONE + "/api/me");

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"signedIn\":false");
        assertThat(browser.cookies).containsOnlyKeys("XSRF-TOKEN");
    }

    @Test
    void whoeverSignsInIsKnownByNameAndRoles() {
        browser.signIn(ONE, "");

        assertThat(browser.get(ONE + "/api/me").body())
                .contains(
                        "\"signedIn\":true",
                        "\"name\":\"周文\"",
                        "\"username\":\"office\"",
                        "[\"party-office\"]",
                        KEYCLOAK.person.subject());
    }

    @Test
    void theBrowserNeverSeesATokenAndTheServiceAlwaysDoes() throws InterruptedException {
        browser.signIn(ONE, "");

        var answer = browser.get(ONE + "/api/plans?programme=1");

        assertThat(answer.body()).isEqualTo("{\"ok\":true}");
        var call = SERVICE.calls.take();
        assertThat(call.path()).isEqualTo("/api/plans?programme=1");
        assertThat(call.header("authorization")).startsWith("Bearer ey");
        assertThat(call.header("cookie")).isNull();
        assertThat(answer.headers().map().toString()).doesNotContain("Bearer", "service=1");
        assertThat(browser.cookies.values()).noneMatch(value -> value.startsWith("ey"));
    }

    @Test
    void signingInChangesTheSessionId() {
        var toKeycloak = browser.get(ONE + "/oauth2/authorization/keycloak");
        var before = browser.cookies.get("sihong");
        var back = java.net.URI.create(Browser.location(browser.get(Browser.location(toKeycloak))));

        browser.get(ONE + back.getRawPath() + "?" + back.getRawQuery());

        assertThat(browser.cookies.get("sihong")).isNotEqualTo(before);
    }

    @Test
    void theWayBackLeadsToWhereOneCameFrom() {
        assertThat(Browser.location(browser.signIn(ONE, "?returnTo=/app/plans/7%3Ftab%3Dtargets")))
                .isEqualTo("/app/plans/7?tab=targets");
        assertThat(Browser.location(new Browser().signIn(ONE, ""))).isEqualTo("/app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/ok\r\nSet-Cookie: a=b",
                "/\t/evil.example",
                "http:/app"
            })
    void theWayBackNeverLeadsElsewhere(String wanted) {
        assertThat(ReturnTo.safe(wanted)).isEqualTo("/app");
    }

    @ParameterizedTest
    @CsvSource({"/app/x?y=1#z,/app/x?y=1#z", "/verify/红,/verify/%E7%BA%A2"})
    void theWayBackKeepsAnyPathOfThisSite(String wanted, String kept) {
        assertThat(ReturnTo.safe(wanted)).isEqualTo(kept);
    }

    @Test
    void aForgedCallbackSignsNobodyIn() {
        var answer = browser.get(ONE + "/login/oauth2/code/keycloak?code=x&state=y");

        assertThat(Browser.location(answer)).isEqualTo("/app?signIn=failed");
        assertThat(browser.get(ONE + "/api/me").body()).contains("\"signedIn\":false");
    }

    @ParameterizedTest
    @MethodSource("whatIsWrong")
    void anIdTokenThatIsNotForUsOrNotForThisSignInSignsNobodyIn(
            Consumer<JWTClaimsSet.Builder> wrong) {
        KEYCLOAK.inIdTokens = wrong;
        try {
            assertThat(Browser.location(browser.signIn(ONE, ""))).isEqualTo("/app?signIn=failed");
        } finally {
            KEYCLOAK.inIdTokens = _ -> {};
        }
        assertThat(browser.get(ONE + "/api/me").body()).contains("\"signedIn\":false");
    }

    static Stream<Named<Consumer<JWTClaimsSet.Builder>>> whatIsWrong() {
        return Stream.of(
                Named.of("another issuer", token -> token.issuer("https://elsewhere.example")),
                Named.of("for another client", token -> token.audience("another")),
                Named.of("of another sign-in", token -> token.claim("nonce", "another")),
                Named.of("an old one", token -> token.expirationTime(new Date(0))),
                Named.of("of nobody", token -> token.subject(null)));
    }

    @Test
    void whoComesInAndWhoIsNotBelievedIsCounted() {
        var came = signIns("in");
        var refused = signIns("refused");

        browser.signIn(ONE, "");
        new Browser().get(ONE + "/login/oauth2/code/keycloak?code=x&state=y");

        assertThat(signIns("in")).isEqualTo(came + 1);
        assertThat(signIns("refused")).isEqualTo(refused + 1);
    }

    private static double signIns(String outcome) {
        return new Browser()
                .get(World.management(ONE) + "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("sihong_sign_ins_total{"))
                .filter(line -> line.contains("outcome=\"" + outcome + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf("} ") + 2)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoGatewaysShareASession() {
        browser.signIn(ONE, "");

        assertThat(browser.get(OTHER + "/api/me").body()).contains("\"signedIn\":true");
        assertThat(browser.get(OTHER + "/api/plans").statusCode()).isEqualTo(200);
    }

    @Test
    void aSignInMayBeginAtOneGatewayAndEndAtTheOther() {
        var toKeycloak = browser.get(ONE + "/oauth2/authorization/keycloak");
        var back = java.net.URI.create(Browser.location(browser.get(Browser.location(toKeycloak))));

        browser.get(OTHER + back.getRawPath() + "?" + back.getRawQuery());

        assertThat(browser.get(ONE + "/api/me").body()).contains("\"signedIn\":true");
    }

    @Test
    void aWriteWithoutTheHeaderIsRefused() {
        browser.signIn(ONE, "");

        var answer = browser.send("POST", ONE + "/api/plans", BodyPublishers.ofString("{}"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"stale-page\"");
        assertThat(SERVICE.calls).isEmpty();
        assertThat(browser.post(ONE + "/api/plans", BodyPublishers.ofString("{}")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionHereThereAndAtKeycloak() {
        browser.signIn(ONE, "");
        var session = browser.cookies.get("sihong");
        KEYCLOAK.ended.clear();

        var answer = browser.post(ONE + "/logout", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(KEYCLOAK.ended).hasSize(1);
        browser.cookies.put("sihong", session);
        assertThat(browser.get(OTHER + "/api/me").body()).contains("\"signedIn\":false");
    }

    @Test
    void signingOutNeedsTheHeaderToo() {
        browser.signIn(ONE, "");

        browser.send("POST", ONE + "/logout", BodyPublishers.noBody());
        browser.get(ONE + "/logout");

        assertThat(browser.get(ONE + "/api/me").body()).contains("\"signedIn\":true");
    }

    @Test
    void whatKeycloakEndsIsEndedAtEveryGateway() {
        browser.signIn(ONE, "");
        var sid = KEYCLOAK.lastSid;
        var elsewhere = new Browser().signedIn(OTHER); // the same person, another session

        var answer = endedByKeycloak(OTHER, KEYCLOAK.logoutToken(sid));

        assertThat(answer).isEqualTo(200);
        await().atMost(ENDED_EVERYWHERE)
                .untilAsserted(() -> {
                    assertThat(browser.get(ONE + "/api/me").body()).contains("\"signedIn\":false");
                    assertThat(browser.get(ONE + "/api/plans").statusCode()).isEqualTo(401);
                    assertThat(browser.get(OTHER + "/api/plans").statusCode()).isEqualTo(401);
                });
        assertThat(elsewhere.get(ONE + "/api/me").body()).contains("\"signedIn\":true");
    }

    @Test
    void aLogoutTokenOfSomebodyElseIsNotBelieved() {
        browser.signIn(ONE, "");
        var real = KEYCLOAK.logoutToken(KEYCLOAK.lastSid);
        var forged = real.substring(0, real.lastIndexOf('.') + 1) + "AAAA";

        assertThat(endedByKeycloak(ONE, forged)).isEqualTo(400);
        assertThat(browser.get(ONE + "/api/me").body()).contains("\"signedIn\":true");
    }

    private static int endedByKeycloak(String gateway, String logoutToken) {
        return new Browser()
                .send(
                        "POST",
                        gateway + "/logout/connect/back-channel/keycloak",
                        BodyPublishers.ofString("logout_token=" + logoutToken),
                        "content-type",
                        "application/x-www-form-urlencoded")
                .statusCode();
    }
}

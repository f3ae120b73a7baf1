package cn.sihong.gateway;

import static cn.sihong.gateway.World.DATABASE;
import static cn.sihong.gateway.World.KEYCLOAK;
import static cn.sihong.gateway.World.ONE;
import static cn.sihong.gateway.World.OTHER;
import static cn.sihong.gateway.World.SERVICE;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.SerializationUtils;

import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class SessionsTest {

    private final Browser browser = new Browser();

    @BeforeEach
    @AfterEach
    void keycloakIsWell() {
        KEYCLOAK.refusesRefresh = false;
        KEYCLOAK.refusesExchange = false;
        KEYCLOAK.unwell = false;
        KEYCLOAK.accessTokenLife = Duration.ofMinutes(5);
        KEYCLOAK.refreshes.set(0);
        KEYCLOAK.exchanges.clear();
        SERVICE.calls.clear();
    }

    @Test
    void aRequestDoesNotWriteTheSession() {
        browser.signIn(ONE, "");
        browser.get(ONE + "/api/plans"); // the first to a service brings a token for it
        var written = rowVersions();

        for (int i = 0; i < 10; i++) browser.get(ONE + "/api/plans");

        assertThat(rowVersions()).isEqualTo(written);
    }

    @Test
    void afterAMinuteTheLastAccessIsNoted() {
        browser.signIn(ONE, "");
        DATABASE.sql(
                        "update spring_session set last_access_time = last_access_time - 120000"
                                + " where session_id = ?")
                .param(sessionId())
                .update();
        long before = lastAccess();

        browser.get(ONE + "/api/plans");

        assertThat(lastAccess()).isGreaterThan(before + 100_000);
    }

    @Test
    void manyCallsWithAnOldTokenCauseOneRefresh() throws Exception {
        var paths = List.of("/api/plans", "/api/findings", "/api/honours");
        KEYCLOAK.accessTokenLife = Duration.ofSeconds(5);
        browser.signIn(ONE, "");
        KEYCLOAK.accessTokenLife = Duration.ofMinutes(5);

        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    IntStream.range(0, 50)
                            .mapToObj(i ->
                                    people.submit(() ->
                                            browser.get(
                                                            (i % 2 == 0 ? ONE : OTHER)
                                                                    + paths.get(i % paths.size()))
                                                    .statusCode()))
                            .toList();
            for (var call : calls) assertThat(call.get()).isEqualTo(200);
        }

        assertThat(KEYCLOAK.refreshes).hasValue(1);
        assertThat(KEYCLOAK.exchanges)
                .containsExactlyInAnyOrder("submission-service", "review-service", "award-service");
        assertThat(SERVICE.calls.stream().map(call -> call.header("authorization")).distinct())
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/plans, submission-service",
        "/api/findings, review-service",
        "/api/honours, award-service",
        "/api/docs/submission, submission-service",
        "/api/docs/review, review-service",
        "/api/docs/award, award-service"
    })
    void eachServiceIsSentATokenForItAlone(String path, String service) throws Exception {
        browser.signIn(ONE, "");

        browser.get(ONE + path);

        var sent = SERVICE.calls.take().header("authorization").substring("Bearer ".length());
        assertThat(SignedJWT.parse(sent).getJWTClaimsSet().getAudience()).containsExactly(service);
    }

    @Test
    void aTokenThatKeycloakNoLongerBelievesIsRenewed() {
        browser.signIn(ONE, "");
        KEYCLOAK.forgetAccessTokens(); // as after a change of its key

        assertThat(browser.get(ONE + "/api/plans").statusCode()).isEqualTo(200);
        assertThat(KEYCLOAK.refreshes).hasValue(1);
    }

    @Test
    void aSessionThatEndedBehindAGoodTokenIsFoundOut() {
        browser.signIn(ONE, "");
        KEYCLOAK.refusesExchange = true;
        KEYCLOAK.refusesRefresh = true;

        var answer = browser.get(ONE + "/api/plans");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"not-signed-in\"");
        assertThat(browser.get(OTHER + "/api/me").body()).contains("\"signedIn\":false");
    }

    @Test
    void aRefusedExchangeAloneEndsNoSession() {
        browser.signIn(ONE, "");
        KEYCLOAK.refusesExchange = true;

        assertThat(browser.get(ONE + "/api/plans").statusCode()).isEqualTo(503);
        KEYCLOAK.refusesExchange = false;
        assertThat(browser.get(ONE + "/api/plans").statusCode()).isEqualTo(200);
    }

    @Test
    void manySessionsMayRefreshAtOnce() throws Exception {
        KEYCLOAK.accessTokenLife = Duration.ofSeconds(5);
        var people = IntStream.range(0, 30).mapToObj(_ -> new Browser().signedIn(ONE)).toList();
        KEYCLOAK.accessTokenLife = Duration.ofMinutes(5);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls =
                    people.stream()
                            .map(person ->
                                    threads.submit(
                                            () -> person.get(ONE + "/api/plans").statusCode()))
                            .toList();
            for (var call : calls) assertThat(call.get()).isEqualTo(200);
        }

        assertThat(KEYCLOAK.refreshes).hasValue(30);
    }

    @Test
    void aSessionEndsWithKeycloaks() {
        KEYCLOAK.accessTokenLife = Duration.ofSeconds(5);
        browser.signIn(ONE, "");
        KEYCLOAK.refusesRefresh = true;

        var answer = browser.get(ONE + "/api/plans");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"not-signed-in\"");
        assertThat(browser.get(OTHER + "/api/me").body()).contains("\"signedIn\":false");
    }

    @Test
    void aSessionOutlivesAnUnwellKeycloak() {
        KEYCLOAK.accessTokenLife = Duration.ofSeconds(5);
        browser.signIn(ONE, "");
        KEYCLOAK.unwell = true;

        var answer = browser.get(ONE + "/api/plans");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"unavailable\"");
        KEYCLOAK.unwell = false;
        assertThat(browser.get(ONE + "/api/plans").statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionEndsAnHourAfterTheLastCallOrTokenAndAtTheLatestWithTheDay() {
        var noon = Instant.parse("2026-03-02T12:00:00Z");
        var morning = noon.minusSeconds(4 * 3600);
        var night = noon.minusSeconds(Sessions.LONGEST_SECONDS - 60);

        assertThat(Sessions.end(noon, noon.minusSeconds(240), morning))
                .isEqualTo("2026-03-02T12:56:00Z");
        assertThat(Sessions.end(noon.minusSeconds(600), noon, morning))
                .isEqualTo("2026-03-02T12:50:00Z");
        assertThat(Sessions.end(noon, noon, night)).isEqualTo("2026-03-02T12:01:00Z");
    }

    @Test
    void whoeverAsksIsToldHowLongTheSessionLasts() {
        browser.signIn(ONE, "");
        idle(Duration.ofMinutes(58)); // asking is a call, but Keycloak does not hear of it

        assertThat(secondsLeft(browser.get(ONE + "/api/me").body())).isBetween(0L, 120L);
    }

    @Test
    void whoeverStaysHasAnotherHourHereAndAtKeycloak() {
        browser.signIn(ONE, "");
        idle(Duration.ofMinutes(58));

        var answer = browser.post(ONE + "/api/me/stay", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(secondsLeft(answer.body())).isBetween(3000L, 3600L);
        assertThat(KEYCLOAK.refreshes).hasValue(1);
        assertThat(secondsLeft(browser.get(OTHER + "/api/me").body())).isBetween(3000L, 3600L);
    }

    @Test
    void nobodyStaysBeyondKeycloaksSession() {
        browser.signIn(ONE, "");
        KEYCLOAK.refusesRefresh = true;

        var answer = browser.post(ONE + "/api/me/stay", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"not-signed-in\"");
        assertThat(browser.get(OTHER + "/api/me").body()).contains("\"signedIn\":false");
    }

    @Test
    void aSessionThatCannotBeReadAsksToSignInAgain() {
        browser.signIn(ONE, "");
        DATABASE.sql(
                        """
                        update spring_session_attributes set attribute_bytes = 'not what was written'::bytea
                        where session_primary_id = (select primary_id from spring_session where session_id = ?)\
                        """)
                .param(sessionId())
                .update();

        assertThat(browser.get(ONE + "/api/me").body()).contains("\"signedIn\":false");
        assertThat(browser.get(ONE + "/api/plans").statusCode()).isEqualTo(401);
        assertThat(browser.signedIn(ONE).get(ONE + "/api/plans").statusCode()).isEqualTo(200);
    }

    @Test
    void theLinkToKeycloakGoesWithTheSession() {
        browser.signIn(ONE, "");
        assertThat(links()).isEqualTo(1);

        DATABASE.sql("delete from spring_session where session_id = ?").param(sessionId()).update();

        assertThat(links()).isZero();
    }

    @Test
    void noSecretLiesInASession() {
        browser.signIn(ONE, "");

        var stored =
                DATABASE.sql(
                                "select encode(attribute_bytes, 'escape') from"
                                        + " spring_session_attributes")
                        .query(String.class)
                        .list();

        assertThat(stored).isNotEmpty().noneMatch(bytes -> bytes.contains(StubKeycloak.SECRET));
    }

    /** As if nobody had called for so long: neither us nor, with a token, Keycloak. */
    private void idle(Duration soLong) {
        DATABASE.sql(
                        "update spring_session set last_access_time = last_access_time - ? where"
                                + " session_id = ?")
                .param(soLong.toMillis())
                .param(sessionId())
                .update();
        var kept =
                DATABASE.sql(
                                """
                                select a.attribute_bytes from spring_session_attributes a
                                join spring_session s on s.primary_id = a.session_primary_id
                                where s.session_id = ? and a.attribute_name = 'tokens'\
                                """)
                        .param(sessionId())
                        .query(byte[].class)
                        .single();
        var tokens = (Tokens.Kept) SerializationUtils.deserialize(kept);
        var signIn = tokens.signIn();
        var old =
                new Tokens.Kept(
                        new Tokens.Access(
                                signIn.value(),
                                signIn.issuedAt().minus(soLong),
                                signIn.expiresAt()),
                        tokens.refresh(),
                        tokens.services());
        DATABASE.sql(
                        """
                        update spring_session_attributes set attribute_bytes = ?
                        where attribute_name = 'tokens' and session_primary_id =
                            (select primary_id from spring_session where session_id = ?)\
                        """)
                .param(SerializationUtils.serialize(old))
                .param(sessionId())
                .update();
    }

    private static long secondsLeft(String person) {
        return JsonMapper.shared().readTree(person).get("secondsLeft").asLong();
    }

    /** PostgreSQL gives each written version of a row another xmin. */
    private List<String> rowVersions() {
        return DATABASE.sql(
                        """
                        select s.xmin::text || a.xmin::text || a.attribute_name from spring_session s
                        join spring_session_attributes a on a.session_primary_id = s.primary_id
                        where s.session_id = ? order by 1\
                        """)
                .param(sessionId())
                .query(String.class)
                .list();
    }

    private long lastAccess() {
        return DATABASE.sql("select last_access_time from spring_session where session_id = ?")
                .param(sessionId())
                .query(Long.class)
                .single();
    }

    private int links() {
        return DATABASE.sql("select count(*) from keycloak_session where session_id = ?")
                .param(sessionId())
                .query(Integer.class)
                .single();
    }

    private String sessionId() {
        return new String(
                Base64.getDecoder().decode(browser.cookies.get("sihong")),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}

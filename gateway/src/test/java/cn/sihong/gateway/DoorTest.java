package cn.sihong.gateway;

import static cn.sihong.gateway.World.KEYCLOAK;
import static cn.sihong.gateway.World.ONE;
import static cn.sihong.gateway.World.SECURE;
import static cn.sihong.gateway.World.SERVICE;
import static cn.sihong.gateway.World.TIGHT;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

@ExtendWith(OutputCaptureExtension.class)
class DoorTest {

    private static final int MEGABYTE = 1 << 20;

    private final Browser stranger = new Browser();

    @BeforeEach
    void anOfficer() {
        KEYCLOAK.person =
                new StubKeycloak.Person(
                        UUID.randomUUID().toString(), "office", "周文", List.of("party-office"));
        SERVICE.calls.clear();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/plans",
                "/api/programmes/1",
                "/api/no-such-thing",
                "/api/docs/review",
                "/actuator/metrics",
                "/actuator"
            })
    void aStrangerIsRefusedWithAProblemAndNotRedirected(String path) {
        var answer = stranger.get(ONE + path);

        assertProblem(answer, 401, "not-signed-in");
        assertThat(SERVICE.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/programmes",
                "/api/programmes/presets/seed?year=2027",
                "/api/calendar?from=2027-01-01",
                "/api/organisations/mine",
                "/api/plans/1",
                "/api/applications?programme=1",
                "/api/attachments/1",
                "/api/batches/preview",
                "/api/tasks/submission",
                "/api/rubrics",
                "/api/mutual-reviews/1/draw-sheet",
                "/api/score-sheets",
                "/api/inspections",
                "/api/ledger/check",
                "/api/tasks/review",
                "/api/selections/1/package",
                "/api/notices",
                "/api/honours/1/certificate",
                "/api/tasks/award"
            })
    void whatIsListedIsPassedOn(String path) throws InterruptedException {
        var answer = new Browser().signedIn(ONE).get(ONE + path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(SERVICE.calls.take().path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/no-such-thing",
        "GET,/api",
        "GET,/api/tasks/other",
        "GET,/v3/api-docs",
        "GET,/actuator/health",
        "GET,/actuator/env",
        "DELETE,/api/plans/1",
        "GET,/no-such-file.js"
    })
    void whatIsNotListedIsNotPassedOn(String method, String path) {
        var officer = new Browser().signedIn(ONE);

        var answer =
                officer.send(
                        method,
                        ONE + path,
                        BodyPublishers.noBody(),
                        "X-XSRF-TOKEN",
                        officer.cookies.get("XSRF-TOKEN"));

        assertThat(answer.statusCode()).isIn(403, 404, 405);
        assertThat(answer.headers().firstValue("content-type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(SERVICE.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/plans/..%2f..%2factuator/health",
                "/api/plans/%2e%2e/x",
                "/api/plans;x=1/7",
                "/api//plans"
            })
    void crookedAddressesAreNotPassedOn(String path) {
        assertThat(new Browser().signedIn(ONE).get(ONE + path).statusCode()).isIn(400, 404);
        assertThat(SERVICE.calls).isEmpty();
    }

    @Test
    void anUnknownAddressIsAProblemInChinese() {
        assertProblem(
                new Browser().signedIn(ONE).get(ONE + "/api/no-such-thing"), 404, "no-such-page");
        assertThat(stranger.get(ONE + "/nowhere").body()).contains("没有这个地址");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/public/notices", "/api/public/programmes"})
    void whatIsPublicIsOpenToEverybodyAndCarriesNobodysToken(String address)
            throws InterruptedException {
        var answer = new Browser().signedIn(ONE).get(ONE + address, "Authorization", "Bearer mine");

        assertThat(answer.statusCode()).isEqualTo(200);
        var call = SERVICE.calls.take();
        assertThat(call.header("authorization")).isNull();
        assertThat(call.header("cookie")).isNull();
        assertThat(stranger.get(ONE + "/api/public/certificates/SH-1?code=x").statusCode())
                .isEqualTo(200);
        assertThat(stranger.cookies).doesNotContainKey("sihong");
    }

    @Test
    void apiDocsAreForOfficersAndAdministrators() throws InterruptedException {
        assertThat(new Browser().signedIn(ONE).get(ONE + "/api/docs/review").statusCode())
                .isEqualTo(200);
        assertThat(SERVICE.calls.take().path()).isEqualTo("/v3/api-docs");

        KEYCLOAK.person =
                new StubKeycloak.Person(
                        UUID.randomUUID().toString(), "clerk", "李明", List.of("info-officer"));
        assertProblem(
                new Browser().signedIn(ONE).get(ONE + "/api/docs/review"), 403, "role-not-allowed");
    }

    @Test
    void whoeverIsRefusedIsRemembered(CapturedOutput log) {
        var clerk = signedInAs("clerk");
        clerk.get(ONE + "/api/docs/review?x=secret");
        clerk.cookies.remove("XSRF-TOKEN");
        clerk.post(ONE + "/api/plans", BodyPublishers.noBody());

        assertThat(log.getAll())
                .contains(
                        "clerk was refused GET /api/docs/review: ROLE_NOT_ALLOWED",
                        "clerk was refused POST /api/plans: STALE_PAGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/me",
                "/api/plans",
                "/",
                "/app/plans",
                "/nowhere",
                "/assets/main-3f9c.js"
            })
    void everyAnswerTellsTheBrowserToBeCareful(String path) {
        var headers = stranger.get(ONE + path).headers();

        assertThat(headers.firstValue("content-security-policy").orElseThrow())
                .contains(
                        "default-src 'self'",
                        "script-src 'self';",
                        "frame-ancestors 'none'",
                        "object-src 'none'")
                .doesNotContain("script-src 'self' 'unsafe", "unsafe-eval");
        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(headers.firstValue("x-frame-options")).hasValue("DENY");
        assertThat(headers.firstValue("referrer-policy")).hasValue("same-origin");
        assertThat(headers.firstValue("strict-transport-security")).isEmpty();
    }

    @Test
    void underHttpsCookiesAreBoundToTheHostAndHttpsIsKept() {
        var answer = stranger.get(SECURE + "/oauth2/authorization/keycloak");

        assertThat(answer.headers().firstValue("strict-transport-security")).isPresent();
        assertThat(cookie(answer, "__Host-sihong"))
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(cookie(answer, "XSRF-TOKEN"))
                .contains("; Secure", "; SameSite=Lax")
                .doesNotContain("HttpOnly");
        assertThat(Browser.location(answer))
                .contains(
                        "redirect_uri=https://sihong.example.edu.cn/login/oauth2/code/keycloak",
                        "code_challenge_method=S256",
                        "nonce=");
    }

    @Test
    void underPlainHttpTheCookieIsPlainToo() {
        var answer = stranger.get(ONE + "/oauth2/authorization/keycloak");

        assertThat(cookie(answer, "sihong"))
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void whoeverAsksTooOftenIsToldWhenToComeBack() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 6; i++) last = stranger.get(TIGHT + "/api/public/notices");

        assertProblem(last, 429, "too-many-requests");
        assertThat(Integer.parseInt(last.headers().firstValue("retry-after").orElseThrow()))
                .isBetween(1, 13);
        // Nobody outside is believed about where a call comes from, so this buys nothing.
        assertThat(
                        stranger.get(
                                        TIGHT + "/api/public/notices",
                                        "X-Forwarded-For",
                                        "203.0.113.9")
                                .statusCode())
                .isEqualTo(429);
    }

    @Test
    void whoCastsABallotIsLimitedTooAndMaySendNoMoreThanOthers() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 6; i++) last = stranger.get(TIGHT + "/api/public/ballots/keys");

        assertProblem(last, 429, "too-many-requests");
        assertProblem(
                stranger.post(
                        ONE + "/api/public/ballots/votes",
                        BodyPublishers.ofByteArray(new byte[2 * MEGABYTE + 1])),
                413,
                "too-large");
    }

    @Test
    void whoeverIsSignedInIsLimitedToo() {
        var eager = signedInAs("eager");
        HttpResponse<String> last = null;
        for (int i = 0; i < 10; i++) last = eager.get(TIGHT + "/api/plans");

        assertProblem(last, 429, "too-many-requests");
        assertThat(signedInAs("other").get(TIGHT + "/api/plans").statusCode()).isEqualTo(200);
    }

    private static Browser signedInAs(String username) {
        KEYCLOAK.person =
                new StubKeycloak.Person(
                        UUID.randomUUID().toString(), username, "李明", List.of("info-officer"));
        return new Browser().signedIn(ONE);
    }

    /** Where two lengths are said, whoever stands before us might believe the other one. */
    @Test
    void aRequestWithTwoLengthsHidesNoSecondOne() throws IOException {
        var hidden = "GET /api/public/notices HTTP/1.1\r\nHost: x\r\n\r\n";
        var answers =
                spoken(
                        "POST /api/public/objections HTTP/1.1\r\nHost: x\r\n"
                                + "Content-Length: %d\r\nTransfer-Encoding: chunked\r\n\r\n"
                                        .formatted(5 + hidden.length())
                                + "0\r\n\r\n"
                                + hidden);

        assertThat(answers.split("HTTP/1\\.1 ", -1)).as(answers).hasSize(2);
        assertThat(SERVICE.calls).noneMatch(call -> call.path().contains("notices"));
    }

    @Test
    void nobodyIsToldWhatTheirOwnRequestHeld() throws IOException {
        var answer =
                spoken(
                        "TRACE / HTTP/1.1\r\nHost: x\r\nX-Mine: hidden\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("hidden");
    }

    /** What the gateway says to these bytes until it hangs up, or is silent for a second. */
    private static String spoken(String request) throws IOException {
        var gateway = URI.create(ONE);
        try (var line = new Socket(gateway.getHost(), gateway.getPort())) {
            line.setSoTimeout(1_000);
            line.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var said = new ByteArrayOutputStream();
            try {
                line.getInputStream().transferTo(said);
            } catch (SocketTimeoutException silence) {
                // all is said
            }
            return said.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void signingInIsLimitedToo() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 5; i++) last = stranger.get(TIGHT + "/oauth2/authorization/keycloak");

        assertProblem(last, 429, "too-many-requests");
    }

    @Test
    void aServiceThatIsDownIsAProblemInChinese() {
        var officer = new Browser().signedIn(ONE);

        var answer = officer.get(TIGHT + "/api/rubrics");

        assertProblem(answer, 503, "unavailable");
        assertThat(answer.body()).contains("请稍等片刻再试");
        assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dies-short", "dies-in-a-chunk"})
    void aServiceThatDiesWhileItAnswersIsAProblemInChinese(String death) {
        var answer = new Browser().signedIn(ONE).get(ONE + "/api/plans/" + death);

        assertProblem(answer, 503, "unavailable");
        assertThat(answer.body()).startsWith("{").contains("请稍等片刻再试");
    }

    @Test
    void aLargeBodyIsRefusedByItsLength() {
        var officer = new Browser().signedIn(ONE);

        assertProblem(
                officer.post(
                        ONE + "/api/plans", BodyPublishers.ofByteArray(new byte[3 * MEGABYTE])),
                413,
                "too-large");
        assertThat(SERVICE.calls).isEmpty();
    }

    @Test
    void aLargeBodyOfUnknownLengthIsRefusedOnTheWay() {
        var officer = new Browser().signedIn(ONE);

        var body =
                BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(new byte[3 * MEGABYTE]));

        assertProblem(officer.post(ONE + "/api/plans", body), 413, "too-large");
    }

    @Test
    void anAttachmentMayBeLarge() throws InterruptedException {
        var officer = new Browser().signedIn(ONE);

        var answer =
                officer.post(
                        ONE + "/api/attachments?id=1",
                        BodyPublishers.ofByteArray(new byte[20 * MEGABYTE]),
                        "content-type",
                        "image/jpeg");

        assertThat(answer.statusCode()).isEqualTo(200);
        var call = SERVICE.calls.take();
        assertThat(call.bodySize()).isEqualTo(20L * MEGABYTE);
        assertThat(call.header("content-type")).isEqualTo("image/jpeg");
    }

    @Test
    void healthAnswersAndTheActuatorDoesNot() {
        assertThat(stranger.get(ONE + "/readyz").statusCode()).isEqualTo(200);
        assertThat(stranger.get(ONE + "/livez").body()).contains("UP");
        for (var path : List.of("/actuator/health/readiness", "/actuator/prometheus"))
            assertThat(stranger.get(ONE + path).statusCode()).as(path).isEqualTo(401);
    }

    @Test
    void whoeverWatchesHasAPortOfTheirOwn() {
        var port = World.management(ONE);
        stranger.get(ONE + "/api/plans");

        assertThat(stranger.get(port + "/actuator/prometheus").body())
                .contains("http_server_requests_seconds_bucket", "application=\"gateway\"");
        for (var path : List.of("/actuator/env", "/actuator/heapdump", "/api/me"))
            assertThat(stranger.get(port + path).statusCode()).as(path).isNotEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/,public page",
        "/programme,public page",
        "/programme/7,public page",
        "/notices/7,public page",
        "/verify/SH-1?code=x,public page",
        "/ballot/7,public page",
        "/app,workbench",
        "/app/plans/7,workbench"
    })
    void pagesAreServedAndAskedForEachTime(String path, String title) {
        var page = stranger.get(ONE + path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(title);
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(page.headers().firstValue("set-cookie")).isEmpty();
    }

    @Test
    void whoFindsAHoleIsToldWhomToTellOnlyWhereSomebodyIsNamed() {
        var file = stranger.get(TIGHT + "/.well-known/security.txt");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("content-type")).hasValue("text/plain;charset=UTF-8");
        assertThat(file.body())
                .contains("Contact: mailto:anquan@example.edu.cn\n")
                .containsPattern("Expires: \\d{4}-\\d{2}-\\d{2}T00:00:00Z\n");
        assertThat(stranger.get(ONE + "/.well-known/security.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void filesWithAHashInTheirNameAreKept() {
        assertThat(stranger.get(ONE + "/assets/main-3f9c.js").headers().firstValue("cache-control"))
                .hasValue("max-age=31536000, public, immutable");
    }

    private static String cookie(HttpResponse<?> answer, String name) {
        return answer.headers().allValues("set-cookie").stream()
                .filter(c -> c.startsWith(name + "="))
                .findFirst()
                .orElseThrow();
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"status\":" + status);
    }
}

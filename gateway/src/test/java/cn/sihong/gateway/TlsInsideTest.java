package cn.sihong.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;

/**
 * The gateway as a process of its own, with just the settings that {@code every-application.yaml}
 * gives each application in a cluster: whoever speaks to it speaks TLS, and whomever it speaks to
 * proves who they are.
 */
class TlsInsideTest {

    private static final Path MANIFEST =
            Path.of("../deploy/kubernetes/base/applications/every-application.yaml");

    private static final Pattern SETTING = Pattern.compile(".*\\.env\\[\\d+]\\.name");

    @TempDir static Path files;

    private static Authority inside;
    private static StubKeycloak keycloak;
    private static Process gateway;
    private static String address;
    private static int port;
    private static int watched;

    @BeforeAll
    static void start() throws IOException, GeneralSecurityException, JOSEException {
        inside = new Authority(Files.createDirectory(files.resolve("inside")));
        var stranger = new Authority(Files.createDirectory(files.resolve("stranger")));
        inside.issue("gateway", "localhost");
        inside.issue("service", "localhost");
        inside.issue("keycloak", "localhost");
        inside.issue("elsewhere", "elsewhere");
        stranger.issue("service", "localhost");
        inside.mount("gateway", Files.createDirectory(files.resolve("own")));
        inside.trust(Files.createDirectory(files.resolve("trusted")).resolve("trusted.p12"));

        keycloak = new StubKeycloak(serving(inside, "keycloak"), "https://localhost:%d");
        port = free();
        watched = free();
        address = "https://localhost:" + port;
        var environment = new HashMap<>(World.database());
        environment.putAll(fromTheManifest());
        environment.putAll(
                Map.of(
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "SERVER_PORT",
                        String.valueOf(port),
                        "SIHONG_MANAGEMENT_ADDRESS",
                        "127.0.0.1",
                        "SIHONG_MANAGEMENT_PORT",
                        String.valueOf(watched),
                        "SIHONG_PUBLIC_URL",
                        address,
                        "SIHONG_ISSUER",
                        keycloak.issuer(),
                        "SIHONG_GATEWAY_SECRET",
                        StubKeycloak.SECRET,
                        "SIHONG_TRACE_SHARE",
                        "0"));
        environment.put("SIHONG_SUBMISSION_URL", url(serving(inside, "service")));
        environment.put("SIHONG_REVIEW_URL", url(serving(stranger, "service")));
        environment.put("SIHONG_AWARD_URL", url(serving(inside, "elsewhere")));
        var command =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Gateway.class.getName());
        command.environment().putAll(environment);
        gateway =
                command.redirectErrorStream(true)
                        .redirectOutput(files.resolve("gateway.log").toFile())
                        .start();
        await().atMost(Duration.ofMinutes(6)).until(TlsInsideTest::answers);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        gateway.destroy();
        if (!gateway.waitFor(20, TimeUnit.SECONDS)) gateway.destroyForcibly();
    }

    @Test
    void onlyTheNewestTlsIsSpoken() throws Exception {
        assertThat(handshake("TLSv1.3").getSubjectX500Principal().getName())
                .isEqualTo("CN=gateway");
        assertThatThrownBy(() -> handshake("TLSv1.2")).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void inTheClearNothingIsAnsweredNotEvenToWhoeverWatches() throws Exception {
        assertThat(new Browser().get("http://localhost:" + port + "/livez").statusCode())
                .isEqualTo(400);
        assertThat(
                        new Browser()
                                .get("http://localhost:" + watched + "/actuator/health")
                                .statusCode())
                .isEqualTo(400);
        assertThat(browser().get("https://localhost:" + watched + "/actuator/health").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aServiceIsBelievedForItsCertificateOnly() throws Exception {
        assertThat(browser().get(address + "/api/public/programmes").statusCode()).isEqualTo(200);
        // another authority's, and one of ours for another name
        for (var path : List.of("/api/public/ballots/1", "/api/public/notices"))
            assertThat(browser().get(address + path).statusCode()).as(path).isEqualTo(503);
    }

    @Test
    void peopleSignInAndKeycloakEndsIt() throws Exception {
        var browser = browser().signedIn(address);
        assertThat(browser.get(address + "/api/me").body()).contains("\"signedIn\":true");
        assertThat(browser.get(address + "/api/programmes").statusCode()).isEqualTo(200);

        var ended =
                browser()
                        .send(
                                "POST",
                                address + "/logout/connect/back-channel/keycloak",
                                BodyPublishers.ofString(
                                        "logout_token=" + keycloak.logoutToken(keycloak.lastSid)),
                                "content-type",
                                "application/x-www-form-urlencoded");
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(browser.get(address + "/api/me").body()).contains("\"signedIn\":false");
    }

    @Test
    void aNewCertificateIsTakenWithoutARestart() throws Exception {
        var before = handshake("TLSv1.3").getSerialNumber();
        inside.issue("renewed", "localhost");
        inside.mount("renewed", files.resolve("own"));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(serial()).isNotEqualTo(before));
    }

    private static BigInteger serial() throws IOException, GeneralSecurityException {
        return handshake("TLSv1.3").getSerialNumber();
    }

    private static X509Certificate handshake(String protocol)
            throws IOException, GeneralSecurityException {
        try (var socket =
                (SSLSocket) trusting().getSocketFactory().createSocket("localhost", port)) {
            socket.setEnabledProtocols(new String[] {protocol});
            var named = socket.getSSLParameters();
            named.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(named);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static boolean answers() throws IOException, GeneralSecurityException {
        if (!gateway.isAlive())
            throw new IllegalStateException(Files.readString(files.resolve("gateway.log")));
        try {
            return browser().get(address + "/readyz").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static Browser browser() throws IOException, GeneralSecurityException {
        return new Browser(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(trusting())
                        .build());
    }

    private static SSLContext trusting() throws IOException, GeneralSecurityException {
        return inside.context("keycloak");
    }

    private static HttpsServer serving(Authority authority, String alias)
            throws IOException, GeneralSecurityException {
        var server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.context(alias)));
        return server;
    }

    private static String url(HttpsServer server) {
        new StubService(server);
        return "https://localhost:" + server.getAddress().getPort();
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Every setting that stands there with its value; what is mounted lies in our folder. */
    private static Map<String, String> fromTheManifest() {
        var flattened = new YamlPropertiesFactoryBean();
        flattened.setResources(new FileSystemResource(MANIFEST));
        var manifest = flattened.getObject();
        var environment = new HashMap<String, String>();
        for (var key : manifest.stringPropertyNames())
            if (SETTING.matcher(key).matches() && manifest.containsKey(valueOf(key)))
                environment.put(
                        manifest.getProperty(key),
                        manifest.getProperty(valueOf(key)).replace("/etc/", files + "/"));
        assertThat(environment).containsKeys("SERVER_SSL_BUNDLE", "JAVA_TOOL_OPTIONS");
        return environment;
    }

    private static String valueOf(String name) {
        return name.replaceFirst("name$", "value");
    }
}

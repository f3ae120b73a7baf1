package cn.sihong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.sihong.local.PublicTls.Finding;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

class PublicTlsTest {

    private static final String[] GOOD = {
        "TLS_AES_256_GCM_SHA384",
        "TLS_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"
    };

    @TempDir Path folder;

    @Test
    void aGoodAddressHasNothingToMend() throws Exception {
        var context = certificate("localhost", 90);
        assertThat(PublicTls.of(serving(context, "max-age=31536000; includeSubDomains"), context))
                .hasSize(7)
                .allMatch(Finding::holds);
    }

    @Test
    void aCertificateOfNobodyKnownOrForAnotherNameOrSoonOverIsFound() throws Exception {
        var context = certificate("localhost", 90);
        var address = serving(context, "max-age=31536000");
        assertThat(faults(PublicTls.of(address, SSLContext.getDefault())))
                .anyMatch(sentence -> sentence.startsWith("浏览器不会信任这里的证书"));
        var other = certificate("elsewhere", 90);
        assertThat(faults(PublicTls.of(serving(other, "max-age=31536000"), other)))
                .anyMatch(sentence -> sentence.startsWith("浏览器不会信任这里的证书"));
        var old = certificate("localhost", 10);
        assertThat(faults(PublicTls.of(serving(old, "max-age=31536000"), old)))
                .containsExactly("证书 9 天后到期，请尽快更换。");
    }

    @Test
    void withoutStrictTransportABrowserMayStillSpeakInTheClear() throws Exception {
        var context = certificate("localhost", 90);
        for (var said : List.of("", "max-age=60"))
            assertThat(faults(PublicTls.of(serving(context, said), context)))
                    .singleElement()
                    .asString()
                    .contains("HSTS");
    }

    @Test
    void oldVersionsAndWeakSuitesAreFound() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> takeWhateverIsOffered(server));
            assertThat(
                            faults(
                                    PublicTls.of(
                                            "localhost:" + server.getLocalPort(),
                                            SSLContext.getDefault())))
                    .contains(
                            "仍接受 SSL 3.0，请在网关关闭。",
                            "仍接受 TLS 1.0，请在网关关闭。",
                            "仍接受 TLS 1.1，请在网关关闭。",
                            "仍接受弱加密套件 0x0001，请在网关只保留带前向保密的 AEAD 套件。");
        }
    }

    @Test
    void whereNobodyAnswersNothingIsSaidToHold() throws Exception {
        int closed;
        try (var server = new ServerSocket(0)) {
            closed = server.getLocalPort();
        }
        assertThatThrownBy(() -> PublicTls.of("localhost:" + closed, SSLContext.getDefault()))
                .isInstanceOf(ConnectException.class);
    }

    private static List<String> faults(List<Finding> findings) {
        return findings.stream().filter(one -> !one.holds()).map(Finding::sentence).toList();
    }

    /** As the JDK comes: TLS 1.2 with CBC as well. */
    @Test
    void aServerThatNobodySetUpTakesAWeakSuite() throws Exception {
        var context = certificate("localhost", 90);
        var address = serving(new HttpsConfigurator(context), "max-age=31536000");
        assertThat(faults(PublicTls.of(address, context)))
                .singleElement()
                .asString()
                .startsWith("仍接受弱加密套件");
    }

    private static String serving(SSLContext context, String strictTransport) throws IOException {
        return serving(
                new HttpsConfigurator(context) {
                    @Override
                    public void configure(HttpsParameters line) {
                        var good = getSSLContext().getDefaultSSLParameters();
                        good.setCipherSuites(GOOD);
                        line.setSSLParameters(good);
                    }
                },
                strictTransport);
    }

    private static String serving(HttpsConfigurator tls, String strictTransport)
            throws IOException {
        var server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(tls);
        server.createContext(
                "/",
                exchange -> {
                    if (!strictTransport.isEmpty())
                        exchange.getResponseHeaders()
                                .add("Strict-Transport-Security", strictTransport);
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
        return "localhost:" + server.getAddress().getPort();
    }

    /** Says yes to the version and to the first suite of whoever says hello. */
    private static void takeWhateverIsOffered(ServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                answer(socket);
            } catch (IOException gone) {
                // somebody who only looked whether we are there
            }
        }
    }

    private static void answer(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        in.skipNBytes(9);
        int version = in.readUnsignedShort();
        in.skipNBytes(33 + 2);
        int suite = in.readUnsignedShort();
        var hello = new byte[47];
        hello[0] = 22;
        hello[1] = 3;
        hello[4] = 42;
        hello[5] = 2;
        hello[8] = 38;
        hello[9] = (byte) (version >> 8);
        hello[10] = (byte) version;
        hello[44] = (byte) (suite >> 8);
        hello[45] = (byte) suite;
        socket.getOutputStream().write(hello);
        in.transferTo(java.io.OutputStream.nullOutputStream());
    }

    /** Signed by itself, and trusted by whoever uses the same context. */
    private SSLContext certificate(String name, int days)
            throws IOException, GeneralSecurityException, InterruptedException {
        var store = folder.resolve(name + days + ".p12");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()));
        command.addAll(
                List.of(
                        ("-genkeypair -storepass changeit -alias own -keyalg EC -groupname secp256r1"
                                        + " -validity %d -dname CN=%s -ext san=dns:%2$s -keystore")
                                .formatted(days, name)
                                .split(" ")));
        command.add(store.toString());
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).start().waitFor())
                .isZero();

        var password = "changeit".toCharArray();
        var own = KeyStore.getInstance(store.toFile(), password);
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, password);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("own", own.getCertificate("own"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}

package cn.sihong.local;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * What a stranger finds at the public address: which TLS is spoken there and which is not, whose
 * certificate it is, and that nothing is left in the clear (ASVS 5.0, 12.1 and 12.2). Old versions
 * and weak suites are offered with hellos made by hand, as no library of today offers them.
 */
final class PublicTls {

    /** One thing that was looked at, in a sentence for the operator. */
    record Finding(boolean holds, String sentence) {}

    private enum Version {
        SSL3(0x0300, "SSL 3.0"),
        TLS10(0x0301, "TLS 1.0"),
        TLS11(0x0302, "TLS 1.1"),
        TLS12(0x0303, "TLS 1.2");

        private final int code;
        private final String words;

        Version(int code, String words) {
            this.code = code;
            this.words = words;
        }
    }

    /** Without forward secrecy, without authentication, or with a cipher of another age. */
    private static final int[] WEAK = {
        0x0001,
        0x0002,
        0x003B, // nothing enciphered
        0x0018,
        0x001B,
        0x0034,
        0x006D,
        0xC018,
        0xC019, // nobody authenticated
        0x0004,
        0x0005,
        0xC007,
        0xC011, // RC4
        0x000A,
        0x0016,
        0xC008,
        0xC012, // 3DES
        0x002F,
        0x0035,
        0x003C,
        0x003D,
        0x009C,
        0x009D, // the key sent under the certificate's
        0x0033,
        0x0039,
        0xC009,
        0xC00A,
        0xC013,
        0xC014 // CBC with SHA-1
    };

    /** What TLS 1.2 and older have to offer, weak or not. */
    private static final int[] ANY = {
        0xC02F, 0xC030, 0xC02B, 0xC02C, 0xCCA8, 0xCCA9, 0x009E, 0xC013, 0xC014, 0xC009, 0xC00A,
        0x0033, 0x0039, 0x002F, 0x0035, 0x000A, 0x0005
    };

    private static final Pattern MAX_AGE =
            Pattern.compile("max-age=\\s*\"?([0-9]{1,12})", Pattern.CASE_INSENSITIVE);

    private static final int PATIENCE = 10_000;
    private static final int USUAL_PORT = 443;

    private static final Duration SOON = Duration.ofDays(21);
    private static final long YEAR = Duration.ofDays(365).toSeconds();

    private final String host;
    private final int port;
    private final SSLContext trust;
    private final List<Finding> findings = new ArrayList<>();

    private PublicTls(String host, int port, SSLContext trust) {
        this.host = host;
        this.port = port;
        this.trust = trust;
    }

    /**
     * Looks at {@code host} or {@code host:port}.
     *
     * @param trust whom a browser trusts
     * @throws IOException if nobody answers there
     */
    static List<Finding> of(String address, SSLContext trust) throws IOException {
        int colon = address.lastIndexOf(':');
        var check =
                colon < 0
                        ? new PublicTls(address, USUAL_PORT, trust)
                        : new PublicTls(
                                address.substring(0, colon),
                                Integer.parseInt(address.substring(colon + 1)),
                                trust);
        check.look();
        return List.copyOf(check.findings);
    }

    private void look() throws IOException {
        connect().close();
        certificate();
        for (var old : List.of(Version.SSL3, Version.TLS10, Version.TLS11))
            note(
                    taken(old, ANY).isEmpty(),
                    "不接受 %s".formatted(old.words),
                    "仍接受 %s，请在网关关闭。".formatted(old.words));
        var weak = taken(Version.TLS12, WEAK);
        note(
                weak.isEmpty(),
                "不接受弱加密套件",
                "仍接受弱加密套件 0x%04X，请在网关只保留带前向保密的 AEAD 套件。".formatted(weak.orElse(0)));
        strictTransport();
        if (port == USUAL_PORT) plain();
    }

    private void certificate() {
        try (var socket = (SSLSocket) trust.getSocketFactory().createSocket(host, port)) {
            socket.setSoTimeout(PATIENCE);
            var named = socket.getSSLParameters();
            named.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(named);
            socket.startHandshake();
            var session = socket.getSession();
            var ends =
                    ((X509Certificate) session.getPeerCertificates()[0]).getNotAfter().toInstant();
            var left = Duration.between(Instant.now(), ends);
            note(true, "使用 %s，证书可信、与主机名一致".formatted(session.getProtocol()), "");
            note(
                    left.compareTo(SOON) > 0,
                    "证书有效期还有 %d 天".formatted(left.toDays()),
                    "证书 %d 天后到期，请尽快更换。".formatted(left.toDays()));
        } catch (IOException e) {
            note(false, "", "浏览器不会信任这里的证书：%s".formatted(e.getMessage()));
        }
    }

    private void strictTransport() {
        try {
            var said =
                    visit("https://%s:%d/".formatted(host, port))
                            .getHeaderField("Strict-Transport-Security");
            note(
                    said != null && maxAge(said) >= YEAR,
                    "要求浏览器一年内只用 HTTPS（HSTS）",
                    "没有要求浏览器一年以上只用 HTTPS（HSTS 为 %s）。".formatted(said));
        } catch (IOException e) {
            note(false, "", "打不开 https://%s：%s".formatted(host, e.getMessage()));
        }
    }

    private static long maxAge(String said) {
        return MAX_AGE.matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst()
                .orElse(0);
    }

    private void plain() {
        try {
            var connection = visit("http://%s/".formatted(host));
            var to = connection.getHeaderField("Location");
            note(
                    connection.getResponseCode() / 100 == 3
                            && to != null
                            && to.startsWith("https://"),
                    "HTTP 转到 HTTPS",
                    "80 端口用 HTTP 直接作答，没有转到 HTTPS。");
        } catch (IOException e) {
            note(true, "80 端口不作答", "");
        }
    }

    private HttpURLConnection visit(String url) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        if (connection instanceof HttpsURLConnection secure)
            secure.setSSLSocketFactory(trust.getSocketFactory());
        connection.setConnectTimeout(PATIENCE);
        connection.setReadTimeout(PATIENCE);
        connection.setInstanceFollowRedirects(false);
        return connection;
    }

    private void note(boolean holds, String good, String bad) {
        findings.add(new Finding(holds, holds ? good : bad));
    }

    /** The suite that is chosen of those offered, where this version is spoken with any of them. */
    private OptionalInt taken(Version version, int... suites) throws IOException {
        try (var socket = connect()) {
            socket.getOutputStream().write(hello(version, suites));
            var in = new DataInputStream(socket.getInputStream());
            if (in.readUnsignedByte() != 22) return OptionalInt.empty(); // an alert
            in.skipNBytes(4);
            if (in.readUnsignedByte() != 2) return OptionalInt.empty();
            in.skipNBytes(3);
            int chosen = in.readUnsignedShort();
            in.skipNBytes(32);
            in.skipNBytes(in.readUnsignedByte());
            return chosen == version.code
                    ? OptionalInt.of(in.readUnsignedShort())
                    : OptionalInt.empty();
        } catch (EOFException | SocketException | SocketTimeoutException refused) {
            return OptionalInt.empty();
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(PATIENCE);
        socket.connect(new InetSocketAddress(host, port), PATIENCE);
        return socket;
    }

    /** One record, in which there is one message. */
    private byte[] hello(Version version, int... suites) throws IOException {
        var message = framed(3, body -> helloBody(body, version, suites));
        var hello = new ByteArrayOutputStream();
        var out = new DataOutputStream(hello);
        out.writeByte(22);
        out.writeShort(Math.min(version.code, Version.TLS10.code));
        out.writeShort(message.length + 1);
        out.writeByte(1);
        out.write(message);
        return hello.toByteArray();
    }

    private void helloBody(DataOutputStream body, Version version, int... suites)
            throws IOException {
        body.writeShort(version.code);
        var random = new byte[32];
        RandomGenerator.getDefault().nextBytes(random);
        body.write(random);
        body.writeByte(0); // no session
        body.writeShort(2 * suites.length);
        for (int suite : suites) body.writeShort(suite);
        body.writeShort(0x0100); // nothing compressed
        body.write(framed(2, this::extensions));
    }

    private void extensions(DataOutputStream out) throws IOException {
        var name = host.getBytes(StandardCharsets.US_ASCII);
        out.writeShort(0);
        out.writeShort(name.length + 5);
        out.writeShort(name.length + 3);
        out.writeByte(0);
        out.writeShort(name.length);
        out.write(name);
        out.write(new byte[] {0, 10, 0, 6, 0, 4, 0, 29, 0, 23}); // groups x25519, secp256r1
        out.write(new byte[] {0, 11, 0, 2, 1, 0}); // points not compressed
        // signatures: RSA and ECDSA with SHA-256 and SHA-1
        out.write(new byte[] {0, 13, 0, 12, 0, 10, 4, 1, 4, 3, 8, 4, 2, 1, 2, 3});
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** What is written, after its length in so many bytes. */
    private static byte[] framed(int lengthBytes, Writing content) throws IOException {
        var inner = new ByteArrayOutputStream();
        content.to(new DataOutputStream(inner));
        var whole = new ByteArrayOutputStream();
        for (int n = lengthBytes - 1; n >= 0; n--) whole.write(inner.size() >> (8 * n));
        inner.writeTo(whole);
        return whole.toByteArray();
    }
}

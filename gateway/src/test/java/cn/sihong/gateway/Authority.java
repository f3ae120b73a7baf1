package cn.sihong.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Signs certificates as cert-manager does in a cluster; made with the JDK's own keytool. */
final class Authority {

    private static final String PASSWORD = "changeit";

    private final Path store;

    Authority(Path folder) throws IOException {
        store = folder.resolve("authority.p12");
        make("ca", "-dname", "CN=inside", "-ext", "bc:critical=ca:true", "-ext", "ku=keyCertSign");
    }

    /** A certificate for these names, and its key. */
    void issue(String alias, String... names) throws IOException {
        var san = Arrays.stream(names).map(name -> "dns:" + name).collect(Collectors.joining(","));
        make(alias, "-signer", "ca", "-dname", "CN=" + alias, "-ext", "san=" + san);
    }

    /** As a secret of type {@code kubernetes.io/tls} is mounted. */
    void mount(String alias, Path folder) throws IOException, GeneralSecurityException {
        var entry = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        write(
                folder.resolve("tls.key"),
                "PRIVATE KEY",
                entry.getKey(alias, PASSWORD.toCharArray()).getEncoded());
        write(folder.resolve("tls.crt"), "CERTIFICATE", entry.getCertificate(alias).getEncoded());
    }

    /** As trust-manager writes it: without a password. */
    void trust(Path file) throws IOException, GeneralSecurityException {
        System.setProperty("keystore.pkcs12.certProtectionAlgorithm", "NONE");
        System.setProperty("keystore.pkcs12.macAlgorithm", "NONE");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted().store(out, null);
        } finally {
            System.clearProperty("keystore.pkcs12.certProtectionAlgorithm");
            System.clearProperty("keystore.pkcs12.macAlgorithm");
        }
    }

    /** For whoever serves with this certificate, and for whoever trusts this authority alone. */
    SSLContext context(String alias) throws IOException, GeneralSecurityException {
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        var all = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        own.setKeyEntry(
                alias,
                all.getKey(alias, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                all.getCertificateChain(alias));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore trusted() throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca",
                KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()).getCertificate("ca"));
        return trusted;
    }

    private void make(String alias, String... more) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD,
                                "-alias",
                                alias,
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1"));
        command.addAll(List.of(more));
        var keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream said = keytool.getInputStream()) {
            var words = new String(said.readAllBytes(), StandardCharsets.UTF_8);
            if (keytool.waitFor() != 0) throw new IOException(words);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void write(Path file, String kind, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN %s-----%n%s%n-----END %1$s-----%n"
                        .formatted(kind, Base64.getMimeEncoder().encodeToString(content)));
    }
}

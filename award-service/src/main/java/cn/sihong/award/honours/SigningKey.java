package cn.sihong.award.honours;

import cn.sihong.award.register.Bureau;
import cn.sihong.award.register.InstallationSecret;

import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The key with which this installation signs certificates. An operator may bring one from an
 * authority as a PKCS#12 file; otherwise the installation makes its own, once for all replicas, and
 * keeps it in the database under the installation's secret. Its own says nothing about who the
 * bureau is: it proves that a file was not changed.
 */
@Component
class SigningKey {

    private static final String ALIAS = "signing";
    private static final int YEARS = 10;
    private static final DateTimeFormatter GENERALIZED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT);

    private final JdbcClient jdbc;
    private final Settings settings;
    private final InstallationSecret secret;
    private final Bureau bureau;
    private final Clock clock;
    private volatile @Nullable Pair pair;

    SigningKey(
            JdbcClient jdbc,
            Settings settings,
            InstallationSecret secret,
            Bureau bureau,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.secret = secret;
        this.bureau = bureau;
        this.clock = clock;
    }

    /**
     * The operator's own key.
     *
     * @param keystore path of a PKCS#12 file; empty for none
     */
    @ConfigurationProperties("sihong.signing")
    record Settings(String keystore, String password) {}

    /** A key and what says whose it is. */
    record Pair(PrivateKey key, X509Certificate certificate) {}

    Pair get() {
        var known = pair;
        if (known == null) pair = known = read();
        return known;
    }

    private Pair read() {
        try {
            if (!settings.keystore().isBlank())
                return first(
                        Files.readAllBytes(Path.of(settings.keystore())),
                        settings.password().toCharArray());
            var kept = kept();
            if (kept.isEmpty()) {
                jdbc.sql(
                                "insert into signing_keys (id, pkcs12) values (1, ?) on conflict do nothing")
                        .param(made())
                        .update();
                kept = kept();
            }
            return first(kept.orElseThrow(), password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the signing key cannot be read", e);
        }
    }

    private Optional<byte[]> kept() {
        return jdbc.sql("select pkcs12 from signing_keys where id = 1")
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private byte[] made() throws GeneralSecurityException, IOException, OperatorCreationException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var made = selfSigned(bureau.name(), clock.instant());
        store.setKeyEntry(
                ALIAS, made.key(), password(), new X509Certificate[] {made.certificate()});
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, password());
        return bytes.toByteArray();
    }

    static Pair selfSigned(String name, Instant from)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var keys = generator.generateKeyPair();
        var subject =
                new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.O, name)
                        .addRDN(BCStyle.CN, name + " 电子证书签发")
                        .build();
        var builder =
                new X509v3CertificateBuilder(
                        subject,
                        new BigInteger(128, new SecureRandom()),
                        time(from),
                        time(from.plus(YEARS * 365L, ChronoUnit.DAYS)),
                        subject,
                        SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
        return new Pair(
                keys.getPrivate(),
                new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    }

    private static Time time(Instant at) {
        return new Time(new DERGeneralizedTime(GENERALIZED.format(at.atOffset(ZoneOffset.UTC))));
    }

    private static Pair first(byte[] pkcs12, char[] password)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(pkcs12), password);
        for (var alias : java.util.Collections.list(store.aliases()))
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate)
                return new Pair(key, certificate);
        throw new GeneralSecurityException("the keystore holds no key");
    }

    private char[] password() {
        return HexFormat.of().formatHex(secret.keyFor("signing-key")).toCharArray();
    }
}

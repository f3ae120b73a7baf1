package cn.sihong.review.blindsignatures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.engines.RSABlindingEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Properties;

class BlindSignaturesTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final Signer SIGNER = Signer.fresh();
    private final SecureRandom chance = new SecureRandom();

    @Test
    void theVectorsOfTheRfcComeOut() throws IOException {
        var vector = vector();
        var blinding = blinding(vector);
        assertThat(HEX.formatHex(blinding.blinded())).isEqualTo(vector.getProperty("blinded_msg"));
        var signed = signer(vector).sign(blinding.blinded());
        assertThat(HEX.formatHex(signed)).isEqualTo(vector.getProperty("blind_sig"));
        assertThat(HEX.formatHex(blinding.finish(signed))).isEqualTo(vector.getProperty("sig"));
    }

    @Test
    void aSignatureIsFoundGoodByAnyLibrary() throws GeneralSecurityException {
        var blinding = Blinding.of(SIGNER.publicKey(), "一票".getBytes(UTF_8), chance);
        var signature = blinding.finish(SIGNER.sign(blinding.blinded()));
        assertThat(BlindSignatures.holds(SIGNER.publicKey(), blinding.prepared(), signature))
                .isTrue();
        var jdk = Signature.getInstance("RSASSA-PSS");
        jdk.setParameter(new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1));
        jdk.initVerify(
                KeyFactory.getInstance("RSA")
                        .generatePublic(new X509EncodedKeySpec(SIGNER.publicKey())));
        jdk.update(blinding.prepared());
        assertThat(jdk.verify(signature)).isTrue();
    }

    @Test
    void aSignatureHoldsForItsMessageAndItsKeyOnly() {
        var blinding = Blinding.of(SIGNER.publicKey(), new byte[32], chance);
        var signature = blinding.finish(SIGNER.sign(blinding.blinded()));
        var other = blinding.prepared();
        other[40] ^= 1;
        assertThat(BlindSignatures.holds(SIGNER.publicKey(), other, signature)).isFalse();
        var stranger = Signer.fresh().publicKey();
        assertThat(BlindSignatures.holds(stranger, blinding.prepared(), signature)).isFalse();
        assertThat(BlindSignatures.holds(SIGNER.publicKey(), other, new byte[3])).isFalse();
        assertThat(BlindSignatures.holds(SIGNER.publicKey(), other, new byte[256])).isFalse();
    }

    @Test
    void theSameMessageBlindedTwiceLooksDifferentEachTime() {
        var message = new byte[32];
        var first = Blinding.of(SIGNER.publicKey(), message, chance);
        var second = Blinding.of(SIGNER.publicKey(), message, chance);
        assertThat(first.blinded()).isNotEqualTo(second.blinded());
        assertThat(first.prepared()).isNotEqualTo(second.prepared());
    }

    @Test
    void aKeyThatWasWrittenDownSignsTheSame() {
        var blinded = Blinding.of(SIGNER.publicKey(), new byte[32], chance).blinded();
        assertThat(Signer.of(SIGNER.privateKey()).sign(blinded)).isEqualTo(SIGNER.sign(blinded));
    }

    @Test
    void whatIsNoBlindedMessageIsRefused() {
        assertThatThrownBy(() -> SIGNER.sign(new byte[3])).isInstanceOf(NotBlinded.class);
        var large = new byte[256];
        java.util.Arrays.fill(large, (byte) 0xFF);
        assertThatThrownBy(() -> SIGNER.sign(large)).isInstanceOf(NotBlinded.class);
    }

    @Test
    void aSignerThatCheatsIsFoundOut() {
        var blinding = Blinding.of(SIGNER.publicKey(), new byte[32], chance);
        var wrong = SIGNER.sign(blinding.blinded());
        wrong[200] ^= 1;
        assertThatThrownBy(() -> blinding.finish(wrong))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Blinding blinding(Properties vector) {
        var key = new RSAKeyParameters(false, number(vector, "n"), number(vector, "e"));
        var factor = number(vector, "inv").modInverse(key.getModulus());
        var salted =
                new PSSSigner(
                        new RSABlindingEngine(),
                        new SHA384Digest(),
                        HEX.parseHex(vector.getProperty("salt")));
        return new Blinding(key, HEX.parseHex(vector.getProperty("input_msg")), factor, salted);
    }

    private static Signer signer(Properties vector) {
        var p = number(vector, "p");
        var q = number(vector, "q");
        var d = number(vector, "d");
        return new Signer(
                new RSAPrivateCrtKeyParameters(
                        number(vector, "n"),
                        number(vector, "e"),
                        d,
                        p,
                        q,
                        d.mod(p.subtract(BigInteger.ONE)),
                        d.mod(q.subtract(BigInteger.ONE)),
                        q.modInverse(p)));
    }

    private static BigInteger number(Properties vector, String name) {
        return new BigInteger(vector.getProperty(name), 16);
    }

    private static Properties vector() throws IOException {
        var vector = new Properties();
        try (var file =
                BlindSignaturesTest.class.getResourceAsStream("/rfc9474/randomized.properties")) {
            vector.load(file);
        }
        return vector;
    }
}

package cn.sihong.review.blindsignatures;

import org.bouncycastle.crypto.engines.RSABlindedEngine;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.params.RSAPrivateCrtKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;

/** The half that signs without seeing. */
public final class Signer {

    private static final BigInteger F4 = BigInteger.valueOf(65_537);

    /** RFC 9474 §7.1 asks for at least 2048; a key lives for the weeks of one appraisal. */
    private static final int BITS = 2048;

    private static final int CERTAINTY = 112;

    private final RSAPrivateCrtKeyParameters key;

    Signer(RSAPrivateCrtKeyParameters key) {
        this.key = key;
    }

    /** A signer with a new key. */
    public static Signer fresh() {
        var generator = new RSAKeyPairGenerator();
        generator.init(new RSAKeyGenerationParameters(F4, new SecureRandom(), BITS, CERTAINTY));
        return new Signer((RSAPrivateCrtKeyParameters) generator.generateKeyPair().getPrivate());
    }

    /** The signer whose key was written down. */
    public static Signer of(byte[] privateKey) {
        try {
            return new Signer((RSAPrivateCrtKeyParameters) PrivateKeyFactory.createKey(privateKey));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PKCS #8; whoever has it can sign. */
    public byte[] privateKey() {
        try {
            return PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] publicKey() {
        return BlindSignatures.write(verifying());
    }

    /**
     * BlindSign (RFC 9474 §4.3). The engine blinds once more for itself, against those who measure
     * time, and checks its own result.
     *
     * @throws NotBlinded what came is no blinded message for this key
     */
    public byte[] sign(byte[] blinded) {
        var message = new BigInteger(1, blinded);
        if (blinded.length != BlindSignatures.length(key)
                || message.compareTo(key.getModulus()) >= 0) throw new NotBlinded();
        var engine = new RSABlindedEngine();
        engine.init(true, key);
        return BlindSignatures.padded(key, engine.processBlock(blinded, 0, blinded.length));
    }

    private RSAKeyParameters verifying() {
        return new RSAKeyParameters(false, key.getModulus(), key.getPublicExponent());
    }
}

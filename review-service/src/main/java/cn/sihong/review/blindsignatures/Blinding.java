package cn.sihong.review.blindsignatures;

import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.engines.RSABlindingEngine;
import org.bouncycastle.crypto.generators.RSABlindingFactorGenerator;
import org.bouncycastle.crypto.params.RSABlindingParameters;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * The half of whoever wants a signature: blinds a message, and takes the blinding off what comes
 * back.
 */
public final class Blinding {

    private static final int PREFIX = 32;

    private final RSAKeyParameters key;
    private final byte[] prepared;
    private final BigInteger factor;
    private final byte[] blinded;

    Blinding(RSAKeyParameters key, byte[] prepared, BigInteger factor, PSSSigner encoder) {
        this.key = key;
        this.prepared = prepared.clone();
        this.factor = factor;
        this.blinded = blind(encoder);
    }

    /** Prepare (randomised) and Blind (RFC 9474 §4.1, §4.2). */
    public static Blinding of(byte[] publicKey, byte[] message, SecureRandom chance) {
        var key = BlindSignatures.read(publicKey);
        var prepared = new byte[PREFIX + message.length];
        chance.nextBytes(prepared);
        System.arraycopy(message, 0, prepared, PREFIX, message.length);
        var factors = new RSABlindingFactorGenerator();
        factors.init(key);
        return new Blinding(
                key,
                prepared,
                factors.generateBlindingFactor(),
                new PSSSigner(new RSABlindingEngine(), new SHA384Digest(), BlindSignatures.SALT));
    }

    /** What the signer gets to see. */
    public byte[] blinded() {
        return blinded.clone();
    }

    /** What the signature will stand under: a random prefix and the message. */
    public byte[] prepared() {
        return prepared.clone();
    }

    /**
     * Finalize (RFC 9474 §4.4).
     *
     * @throws IllegalArgumentException the signer did not sign what it was given
     */
    public byte[] finish(byte[] blindSignature) {
        var engine = new RSABlindingEngine();
        engine.init(false, new RSABlindingParameters(key, factor));
        var signature =
                BlindSignatures.padded(
                        key, engine.processBlock(blindSignature, 0, blindSignature.length));
        if (!BlindSignatures.holds(BlindSignatures.write(key), prepared, signature))
            throw new IllegalArgumentException("not a signature under what was blinded");
        return signature;
    }

    private byte[] blind(PSSSigner encoder) {
        encoder.init(true, new RSABlindingParameters(key, factor));
        encoder.update(prepared, 0, prepared.length);
        try {
            return BlindSignatures.padded(key, encoder.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException(e);
        }
    }
}

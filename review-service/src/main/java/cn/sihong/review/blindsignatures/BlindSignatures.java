package cn.sihong.review.blindsignatures;

import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.engines.RSAEngine;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.signers.PSSSigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.util.BigIntegers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;

/** What both halves share, and the check that anybody can make. */
public final class BlindSignatures {

    /** As RFC 9474 and the browser's library call it. */
    public static final String SUITE = "RSABSSA-SHA384-PSS-Randomized";

    static final int SALT = 48;

    private BlindSignatures() {}

    /**
     * Whether the signature under a prepared message is the signer's; an ordinary RSA-PSS check.
     *
     * @param publicKey as {@link Signer#publicKey()} gave it
     */
    public static boolean holds(byte[] publicKey, byte[] prepared, byte[] signature) {
        var key = read(publicKey);
        if (signature.length != length(key)) return false;
        var check = new PSSSigner(new RSAEngine(), new SHA384Digest(), SALT);
        check.init(false, key);
        check.update(prepared, 0, prepared.length);
        return check.verifySignature(signature);
    }

    static int length(RSAKeyParameters key) {
        return (key.getModulus().bitLength() + 7) / 8;
    }

    /** The engines leave zeros at the beginning away; the RFC's numbers are as long as the key. */
    static byte[] padded(RSAKeyParameters key, byte[] number) {
        return BigIntegers.asUnsignedByteArray(length(key), new BigInteger(1, number));
    }

    /** An X.509 SubjectPublicKeyInfo, which a browser imports as {@code spki}. */
    static byte[] write(RSAKeyParameters key) {
        try {
            return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(key).getEncoded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RSAKeyParameters read(byte[] publicKey) {
        try {
            return (RSAKeyParameters) PublicKeyFactory.createKey(publicKey);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

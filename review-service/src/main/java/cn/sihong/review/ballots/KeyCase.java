package cn.sihong.review.ballots;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps a desk's signing key as the database sees it: whoever has a copy of the database cannot
 * make tokens with it.
 */
@Component
class KeyCase {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec secret;
    private final SecureRandom chance = new SecureRandom();

    KeyCase(@Value("${sihong.ballots.secret}") String secret) {
        this.secret =
                new SecretKeySpec(
                        Sha256.of("sihong-ballots".getBytes(UTF_8), secret.getBytes(UTF_8)), "AES");
    }

    byte[] close(byte[] key) {
        var nonce = new byte[NONCE];
        chance.nextBytes(nonce);
        var closed = run(Cipher.ENCRYPT_MODE, nonce, key);
        var both = Arrays.copyOf(nonce, NONCE + closed.length);
        System.arraycopy(closed, 0, both, NONCE, closed.length);
        return both;
    }

    byte[] open(byte[] closed) {
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(closed, NONCE),
                Arrays.copyOfRange(closed, NONCE, closed.length));
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the ballots' secret is not the one of this key", e);
        }
    }
}

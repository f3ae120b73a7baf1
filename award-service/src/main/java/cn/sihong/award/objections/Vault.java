package cn.sihong.award.objections;

import cn.sihong.award.register.InstallationSecret;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what names an objector (AES-256-GCM) under the installation's secret, so that neither a
 * backup nor whoever runs the database can read it.
 */
@Component
class Vault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    Vault(InstallationSecret secret) {
        this.key = new SecretKeySpec(secret.keyFor("objectors"), "AES");
    }

    byte[] lock(byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var locked = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE + locked.length).put(nonce).put(locked).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] unlock(byte[] locked) {
        try {
            return cipher(Cipher.DECRYPT_MODE, java.util.Arrays.copyOf(locked, NONCE))
                    .doFinal(locked, NONCE, locked.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the installation's secret is not the one of then", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
